import { runCommand } from '../../processes/run-command.ts';

/** This machine's settings for fetching packages, such as a proxy: mmdebstrap's apt doesn't read them itself. */
export async function aptSettings(signal: AbortSignal): Promise<readonly string[]> {
  const dump = await runCommand(['apt-config', 'dump', '--no-empty'], { signal });
  return dump.output.split('\n').filter((line) => /^Acquire::https?::/i.test(line));
}
