import { execa } from 'execa';

/** The docker command that builds with BuildKit: 23 and later need the plugin buildx for it, earlier ones have it in the engine. */
export async function dockerProgram(): Promise<string> {
  const { stdout } = await execa('which', ['-a', 'docker']);
  for (const program of stdout.split('\n')) if (await hasBuildKit(program)) return program;
  throw new Error('no docker command here builds with BuildKit: install buildx');
}

async function hasBuildKit(program: string): Promise<boolean> {
  const { stdout } = await execa(program, ['--version']);
  const major = Number(/version (\d+)/.exec(stdout)?.[1]);
  return major < 23 || !(await execa(program, ['buildx', 'version'], { reject: false })).failed;
}
