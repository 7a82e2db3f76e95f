#!/usr/bin/env node
import { CommanderError } from 'commander';
import { Failure } from './failure.ts';
import type { FailureCode } from './failure.ts';
import { openWorld } from './open-world.ts';
import { createProgram } from './program.ts';

/** 1: the work failed. 2: the command is wrong. 3: something outside isn't ready. 4: a tag is taken. 130: ended by the user. */
const exitCodes: Readonly<Record<FailureCode, number>> = {
  'unknown-container': 2,
  'unknown-environment': 2,
  'dockerfile-missing': 1,
  'context-unreadable': 1,
  'build-failed': 1,
  'push-failed': 1,
  'push-unproven': 1,
  'registry-failed': 1,
  'record-unwritable': 1,
  'workspace-missing': 3,
  'settings-unreadable': 3,
  'git-missing': 3,
  'git-unusable': 3,
  'engine-unreachable': 3,
  'engine-failed': 3,
  'base-image-missing': 3,
  'registry-unreachable': 3,
  'registry-denied': 3,
  'repository-missing': 3,
  'wrong-account': 3,
  'aws-failed': 3,
  'tag-conflict': 4,
  interrupted: 130,
};
const USAGE = 2;
const BUG = 70;

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    ending.abort();
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
    process.stderr.write(`image-builder: ${error.message}\n  fix: ${error.fix}\n`);
    return exitCodes[error.code];
  }
  process.stderr.write(
    `image-builder: this is a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return BUG;
}
