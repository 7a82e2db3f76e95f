import { execa } from 'execa';

export interface Command {
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Time {
  /** Seconds that passed. */
  readonly wall: number;
  /** User and system CPU seconds of the command with everything that it started; engine and registry are not among it. */
  readonly cpu: number;
}

/** Runs a command to its end and tells its times. @throws ExecaError when it fails: a failed run has no time */
export async function timed({ command, cwd, env }: Command): Promise<Time> {
  const script = '"$@" >&2; code=$?; times; exit $code';
  const before = performance.now();
  const { stdout } = await execa('sh', ['-c', script, 'sh', ...command], { cwd, env, stdin: 'ignore' });
  return { wall: (performance.now() - before) / 1000, cpu: childrenSeconds(stdout) };
}

export function sum(times: readonly Time[]): Time {
  return {
    wall: times.reduce((total, { wall }) => total + wall, 0),
    cpu: times.reduce((total, { cpu }) => total + cpu, 0),
  };
}

/** The second line of `times` is about the children: `0m1.230000s 0m0.100000s`, user and system (POSIX). */
function childrenSeconds(text: string): number {
  const matches = [...(text.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (matches.length !== 2) throw new Error(`"times" printed "${text}": run this with a POSIX shell`);
  return matches.reduce((total, [, minutes, seconds]) => total + Number(minutes) * 60 + Number(seconds), 0);
}
