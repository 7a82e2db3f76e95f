import { CommanderError } from 'commander';
import { isFailure, memoryProgress } from '@slipway/cli';
import type { Failure } from '@slipway/cli';
import { ACCOUNT, MemoryRegistry, testEnvironment } from '@slipway/ecr-inventory/testing';
import { createProgram } from '../program.ts';
import type { World } from '../world.ts';
import { memoryFiles } from './memory-files.ts';

export const NOW = new Date('2026-11-26T12:00:00Z');

/** A world of fakes with one environment, `test`, whose registries are empty, and these files. */
export function testWorld(content: Readonly<Record<string, string>> = {}, account = ACCOUNT) {
  const files = memoryFiles(content);
  const registry = new MemoryRegistry(account);
  const world: World = {
    catalog: { test: testEnvironment, prod: { ...testEnvironment, name: 'prod', deletion: 'protected' } },
    registry,
    files,
    progress: memoryProgress(),
    now: () => NOW,
  };
  return { world, files, registry };
}

export interface ProgramRun {
  readonly printed: string;
  /** What commander wrote about wrong flags. */
  readonly complaints: string;
  readonly failure?: Failure;
}

/** Runs the command line in a world of fakes; without one, touching the world is an error. */
export async function runProgram(args: readonly string[], world?: World): Promise<ProgramRun> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const program = createProgram({
    print: (text) => printed.push(text),
    world: () => {
      if (world === undefined) throw new Error('the world was touched');
      return world;
    },
  });
  program.configureOutput({ writeErr: (text) => complaints.push(text), writeOut: (text) => printed.push(text) });
  const failure = await program.parseAsync(args, { from: 'user' }).then(() => undefined, failureOf);
  return { printed: printed.join(''), complaints: complaints.join(''), ...(failure === undefined ? {} : { failure }) };
}

function failureOf(error: unknown): Failure | undefined {
  if (isFailure(error)) return error;
  if (error instanceof CommanderError) return undefined;
  throw error;
}
