#!/usr/bin/env node
import { CommanderError } from 'commander';
import { errorCode } from './error-facts.ts';
import { Failure } from './failure.ts';
import type { FailureCode } from './failure.ts';
import { openWorld } from './open-world.ts';
import { createProgram } from './program.ts';
import { visibleText } from './report/visible-text.ts';

/** 1: the report shows what was asked to fail. 2: the command is wrong. 3: something outside isn't ready. 130: ended by the user. */
const exitCodes: Readonly<Record<FailureCode, number>> = {
  'access-differs': 1,
  'images-would-be-lost': 1,
  'unknown-environment': 2,
  'unknown-repository': 2,
  'wrong-account': 3,
  'aws-failed': 3,
  interrupted: 130,
};
const USAGE = 2;
const BUG = 70;

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    ending.abort();
  });
// Whoever reads, such as head, may stop reading.
process.stdout.on('error', (error) => {
  if (errorCode(error) === 'EPIPE') process.exit();
  throw error;
});

const program = createProgram({
  print: (text) => process.stdout.write(text),
  world: () => openWorld(process.env, ending.signal),
});
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  if (error instanceof Failure) {
    process.stderr.write(`registry-report: ${visibleText(error.message)}\n  fix: ${visibleText(error.fix)}\n`);
    return exitCodes[error.code];
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`registry-report: this is a bug: ${text.split('\n').map(visibleText).join('\n')}\n`);
  return BUG;
}
