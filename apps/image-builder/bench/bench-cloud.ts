import { join } from 'node:path';
import { execa } from 'execa';

export interface BenchCloud {
  /** What leads a process to the cloud's engine, base images, and emulated AWS. */
  readonly variables: Readonly<Record<string, string>>;
  /** Folder of the registry's program. */
  readonly programs: string;
  readonly down: () => Promise<void>;
}

/** A local cloud with an engine of this benchmark's own, which may be emptied; the developer's is left alone. */
export async function startBenchCloud(workspace: string): Promise<BenchCloud> {
  const folder = join(workspace, '.slipway', 'bench', 'image-builder');
  const cloud = async (...words: readonly string[]) =>
    execa('local-cloud', [...words, '--folder', folder], {
      cwd: workspace,
      preferLocal: true,
      stderr: 'inherit',
      env: { DOCKER_HOST: undefined, DOCKER_CONTEXT: undefined },
    });
  await cloud('up', '--engine');
  const { stdout } = await cloud('env', 'dev', '--json');
  const variables = JSON.parse(stdout) as Record<string, string>;
  if (variables['DOCKER_HOST'] === undefined)
    throw new Error(
      'this machine has an engine of its own, whose build cache this benchmark would empty: run it where none is',
    );
  const programs = join(folder, 'registry', 'program', 'usr', 'bin');
  return {
    variables,
    programs,
    down: async () => {
      await cloud('down');
    },
  };
}
