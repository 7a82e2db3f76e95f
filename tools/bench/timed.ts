import { execa } from 'execa';

export interface Timed {
  readonly command: readonly [string, ...string[]];
  /** @default this folder */
  readonly cwd?: string;
  /** Added to the variables of this process. @default none */
  readonly env?: Readonly<Record<string, string>>;
}

/** In seconds, of a command with everything that it starts. */
export interface Time {
  readonly wall: number;
  /** CPU in user mode. */
  readonly user: number;
  /** CPU in all. */
  readonly cpu: number;
}

/** Runs a command to its end, as the shell's `times` tells what it took. @throws ExecaError when it fails, with what it said last: a failed run has no time */
export async function timed({ command, cwd = process.cwd(), env = {} }: Timed): Promise<Time> {
  const script = '"$@" >&2; code=$?; times; exit $code';
  const before = performance.now();
  const { stdout } = await execa('sh', ['-c', script, 'sh', ...command], {
    cwd,
    preferLocal: true,
    stdin: 'ignore',
    env: { CHECKPOINT_DISABLE: '1', CI: 'true', ...env },
  });
  const [user, system] = childrenSeconds(stdout);
  return { wall: (performance.now() - before) / 1000, user, cpu: user + system };
}

/** The second line of `times` is about the children: `0m1.230000s 0m0.100000s`, user and system (POSIX). */
function childrenSeconds(text: string): [user: number, system: number] {
  const [user, system] = [...(text.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  if (user !== undefined && system !== undefined) return [user, system];
  throw new Error(`"times" printed "${text}": run this with a POSIX shell`);
}
