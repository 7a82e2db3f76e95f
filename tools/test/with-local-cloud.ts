import { execa } from 'execa';

/**
 * Brings the local cloud up with an engine, runs `work` with its environment, and ends it again if it was not up before.
 * @returns what `work` returned, or false when the cloud did not come up
 */
export async function withLocalCloud(
  work: (environment: Readonly<Record<string, string>>) => Promise<boolean>,
): Promise<boolean> {
  const wasUp = (await cloud(['status'], 'ignore')).exitCode === 0;
  try {
    if ((await cloud(['up', '--engine'])).failed) return false;
    const { stdout } = await execa('local-cloud', ['env', '--json'], { preferLocal: true });
    return await work(JSON.parse(stdout) as Record<string, string>);
  } finally {
    if (!wasUp) await execa('npm', ['stop'], { stdio: 'inherit', reject: false });
  }
}

async function cloud(args: readonly string[], stdio: 'inherit' | 'ignore' = 'inherit') {
  return await execa('local-cloud', args, { preferLocal: true, stdio, reject: false });
}
