import { stripVTControlCharacters } from 'node:util';
import { execa, ExecaError } from 'execa';
import { StepFailure } from './step-failure.ts';

export interface RunOptions {
  /** Command and arguments. */
  readonly command: readonly [string, ...string[]];
  /** Added to the process environment. @default nothing */
  readonly environment?: Readonly<Record<string, string>>;
  /** What to do when it fails. */
  readonly next: string;
  /** Ends the command. @default never */
  readonly signal?: AbortSignal;
  /** Called with every line of its output. @default none */
  readonly onLine?: (line: string) => void;
}

/** Lines of a failed command that are shown. */
const TAIL = 25;

/**
 * Runs a command of this workspace and returns its stdout.
 * @throws StepFailure with the command, its last lines and the next step
 */
export async function run({ command, environment = {}, next, signal, onLine }: RunOptions): Promise<string> {
  const [file, ...args] = command;
  const child = execa(file, args, {
    preferLocal: true,
    env: environment,
    all: true,
    stdin: 'ignore',
    ...(signal === undefined ? {} : { cancelSignal: signal }),
  });
  try {
    if (onLine !== undefined)
      for await (const line of child.iterable({ from: 'all' })) onLine(stripVTControlCharacters(line));
    return (await child).stdout;
  } catch (error) {
    if (!(error instanceof ExecaError)) throw error;
    const output = String((await child.catch((failure: unknown) => failure as ExecaError)).all);
    const tail = stripVTControlCharacters(output).split('\n').slice(-TAIL).join('\n');
    throw new StepFailure(`"${command.join(' ')}" failed\n${tail}\nnext: ${next}`, { cause: error });
  }
}
