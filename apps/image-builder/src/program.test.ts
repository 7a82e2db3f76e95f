import { describe, expect, it } from '@jest/globals';
import { CommanderError } from 'commander';
import { createProgram } from './program.ts';

async function errorOf(...args: readonly string[]): Promise<unknown> {
  const written: string[] = [];
  const program = createProgram({
    print: () => undefined,
    world: () => Promise.reject(new Error('the world was opened')),
  });
  for (const command of [program, ...program.commands])
    command.configureOutput({ writeErr: (text) => written.push(text) });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    return error instanceof CommanderError ? written.join('') : error;
  }
  return undefined;
}

describe('the command line', () => {
  it.each([
    [['build'], /missing required argument 'container'/],
    [['push', 'api'], /required option '--env <environment>' not specified/],
    [['build', 'api', '--fast'], /unknown option '--fast'/],
    [['ship'], /unknown command 'ship'/],
    [['build', 'api', '--build-arg', 'A'], /'A' is not NAME=value/],
    [['build', 'api', '--build-arg', 'GIT_COMMIT=1'], /'GIT_COMMIT' comes from git/],
  ])('refuses %j before anything is touched', async (args, message) => {
    expect(await errorOf(...args)).toMatch(message);
  });

  it('opens the world for a command that is right', async () => {
    expect(await errorOf('build', 'api', '--build-arg', 'A=1=2', '--build-arg', 'B=')).toEqual(
      new Error('the world was opened'),
    );
  });
});
