import { delimiter, resolve } from 'node:path';
import { execa } from 'execa';

/** What tests get of the local cloud: its engine. Where its AWS is, they ask for themselves. */
const ENGINE = ['DOCKER_HOST', 'SLIPWAY_BUILD_BASE', 'SLIPWAY_RUNTIME_BASE'];

/** Where the local cloud unpacks the registry on a machine that has none: tests of other projects start one, too. */
const REGISTRY = resolve('.slipway', 'local-cloud', 'registry', 'program', 'usr', 'bin');

/**
 * Brings the local cloud up with an engine, runs `work` with its engine, and ends it again if it was not up before.
 * @returns what `work` returned, or false when the cloud did not come up
 */
export async function withLocalCloud(
  work: (environment: Readonly<Record<string, string>>) => Promise<boolean>,
): Promise<boolean> {
  const wasUp = (await cloud(['status'], 'ignore')).exitCode === 0;
  try {
    if ((await cloud(['up', '--engine'])).failed) return false;
    const { stdout } = await execa('local-cloud', ['env', '--json'], { preferLocal: true });
    const environment = Object.entries(JSON.parse(stdout) as Record<string, string>);
    const engine = Object.fromEntries(environment.filter(([name]) => ENGINE.includes(name)));
    return await work({ ...engine, PATH: `${process.env['PATH'] ?? ''}${delimiter}${REGISTRY}` });
  } finally {
    if (!wasUp) await execa('npm', ['stop'], { stdio: 'inherit', reject: false });
  }
}

async function cloud(args: readonly string[], stdio: 'inherit' | 'ignore' = 'inherit') {
  return await execa('local-cloud', args, { preferLocal: true, stdio, reject: false });
}
