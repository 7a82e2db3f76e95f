import { execa } from 'execa';

export interface Timed {
  readonly command: readonly [string, ...string[]];
  /** @default this folder */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** User CPU seconds of a command with everything that it starts, as the shell's `times` tells them. */
export async function userSeconds({ command, cwd = process.cwd(), env = {} }: Timed): Promise<number> {
  const script = '"$@" >&2; code=$?; times; exit $code';
  const { stdout } = await execa('sh', ['-c', script, 'sh', ...command], {
    cwd,
    preferLocal: true,
    stdin: 'ignore',
    stderr: 'ignore',
    env: { CHECKPOINT_DISABLE: '1', CI: 'true', ...env },
  });
  return childrenUser(stdout);
}

/** The second line of `times` is about the children: `0m1.230000s 0m0.100000s`. */
function childrenUser(text: string): number {
  const match = /^(\d+)m([\d.]+)s/.exec(text.trim().split('\n')[1] ?? '');
  if (match === null) throw new Error(`"times" printed "${text}": run this with a POSIX shell`);
  return Number(match[1]) * 60 + Number(match[2]);
}
