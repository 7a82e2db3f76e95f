import { execa } from 'execa';
import { CiFailure } from './ci-failure.ts';
import type { Step } from './step.ts';

export type Variables = Readonly<Record<string, string>>;

/** What a step with a Docker engine alone gets: no account. */
const ENGINE = ['DOCKER_HOST', 'SLIPWAY_BUILD_BASE', 'SLIPWAY_RUNTIME_BASE'];

/** Gives a step what it needs of the cloud. */
export type Cloud = (need: Step['cloud']) => Promise<Variables>;

/** Credentials and engine are in the environment already: CI with a role, or a person's shell. */
export const ambientCloud: Cloud = () => Promise.resolve({});

/** The cloud of this machine, brought up by the first step that needs one. It stays up: `npm stop` ends it. */
export function localCloud(workspace: string): Cloud {
  let up: Promise<void> | undefined;
  return async (need) => {
    if (need === undefined) return {};
    await (up ??= bringUp(workspace));
    if (need !== 'engine') return await variables(workspace, [need]);
    return Object.fromEntries(Object.entries(await variables(workspace, [])).filter(([name]) => ENGINE.includes(name)));
  };
}

async function bringUp(workspace: string): Promise<void> {
  const { failed } = await run(workspace, ['up', '--engine'], 'inherit');
  if (failed) throw new CiFailure(3, 'the local cloud did not come up\nfix: npx local-cloud status');
}

async function variables(workspace: string, environment: readonly string[]): Promise<Variables> {
  const { stdout, failed, stderr } = await run(workspace, ['env', ...environment, '--json'], 'pipe');
  if (failed)
    throw new CiFailure(
      3,
      `the local cloud doesn't say how to reach it: ${String(stderr)}\nfix: npx local-cloud status`,
    );
  return JSON.parse(String(stdout)) as Variables;
}

async function run(workspace: string, args: readonly string[], stdio: 'inherit' | 'pipe') {
  return await execa('local-cloud', args, {
    cwd: workspace,
    preferLocal: true,
    localDir: workspace,
    stdio: ['ignore', stdio, stdio],
    reject: false,
  });
}
