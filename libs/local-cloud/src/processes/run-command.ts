import { execa } from 'execa';

export interface CommandOptions {
  readonly signal?: AbortSignal;
  /** Seconds after which it's ended and counts as failed. */
  readonly within?: number;
  readonly folder?: string;
  readonly environment?: NodeJS.ProcessEnv;
}

export interface CommandResult {
  readonly succeeded: boolean;
  /** Standard output. */
  readonly output: string;
  /** Lines of both streams in the order in which they came, or why the command could not run. */
  readonly lines: readonly string[];
}

/** Runs a command to its end; a failure is a result. @throws when `signal` is aborted. */
export async function runCommand(
  words: readonly [string, ...string[]],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const [command, ...rest] = words;
  const result = await execa(command, rest, {
    all: true,
    reject: false,
    stdin: 'ignore',
    timeout: (options.within ?? 0) * 1000,
    ...(options.folder === undefined ? {} : { cwd: options.folder }),
    ...(options.signal === undefined ? {} : { cancelSignal: options.signal }),
    ...(options.environment === undefined ? {} : { env: options.environment }),
  });
  options.signal?.throwIfAborted();
  const said = linesOf(result.all);
  return {
    succeeded: !result.failed,
    output: result.stdout,
    lines: result.failed ? [...said, result.shortMessage ?? 'it failed'] : said,
  };
}

/** Absent when the command could not be started, whatever its type says. */
function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').filter((line) => line !== '');
}
