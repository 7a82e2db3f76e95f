import { CommanderError } from 'commander';
import type { Command } from 'commander';
import { errorCode } from './error-facts.ts';
import { isFailure } from './failure.ts';
import { visibleText } from './report/visible-text.ts';
import type { Shell } from './shell.ts';

const USAGE = 2;
/** EX_SOFTWARE of sysexits.h */
const BUG = 70;

export interface Cli<World, Code extends string> {
  /** Throws CommanderErrors for wrong flags and Failures for what went wrong. */
  readonly createProgram: (shell: Shell<World>) => Command;
  /** @param ending aborted when the user ends the command by Ctrl-C or SIGTERM */
  readonly openWorld: (ending: AbortSignal) => World | Promise<World>;
  readonly exitCodes: Readonly<Record<Code, number>>;
}

/** Runs a command line by the arguments of this process, and sets its exit code: 2 for a wrong command, 70 for a bug. */
export async function runCli<World, Code extends string>(cli: Cli<World, Code>): Promise<void> {
  const ending = endingSignal();
  endWithTheReader();
  const program = cli.createProgram({
    print: (text) => process.stdout.write(text),
    world: () => cli.openWorld(ending),
  });
  try {
    await program.parseAsync();
  } catch (error) {
    process.exitCode = report(error, program.name(), cli.exitCodes);
  }
}

/** A second signal ends the process at once. */
function endingSignal(): AbortSignal {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      ending.abort();
    });
  return ending.signal;
}

/** Whoever reads, such as head, may stop reading. */
function endWithTheReader(): void {
  process.stdout.on('error', (error) => {
    if (errorCode(error) === 'EPIPE') process.exit();
    throw error;
  });
}

function report(error: unknown, name: string, exitCodes: Readonly<Record<string, number>>): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  if (isFailure(error) && exitCodes[error.code] !== undefined) {
    say(`${name}: ${error.message}\n  fix: ${error.fix}`);
    return exitCodes[error.code] ?? BUG;
  }
  say(`${name}: this is a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return BUG;
}

/** Texts from outside, such as the output of a build, keep their lines; whatever else a terminal would obey is shown. */
function say(text: string): void {
  process.stderr.write(`${text.split('\n').map(visibleText).join('\n')}\n`);
}
