import { describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import { Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';
import { programRunner } from './program-runner.ts';

interface World {
  readonly greet: (name: string) => string;
}

function createProgram(shell: Shell<World>): Command {
  const hello = new Command('hello').argument('<name>').action(async (name: string) => {
    shell.print((await shell.world()).greet(name));
  });
  const program = new Command('test').addCommand(hello);
  for (const command of [program, hello]) command.exitOverride();
  return program;
}

const run = programRunner(createProgram);

describe('a program that is run by a test', () => {
  it('gives what it printed', async () => {
    const ran = await run(['hello', 'Ada'], { greet: (name) => `hello ${name}` });
    expect(ran).toEqual({ printed: 'hello Ada', complaints: '' });
  });

  it('gives its failure, and what it printed before', async () => {
    const failure = new Failure({ code: 'unknown-name', message: "there is no 'Ada'", fix: 'name another' });
    const greet = () => {
      throw failure;
    };
    expect((await run(['hello', 'Ada'], { greet })).failure).toBe(failure);
  });

  it('gives the complaints about wrong flags, of a subcommand too, and prints help', async () => {
    expect((await run(['hello'])).complaints).toContain("missing required argument 'name'");
    expect((await run(['bye'])).complaints).toContain("unknown command 'bye'");
    expect((await run(['hello', '--help'])).printed).toContain('Usage: test hello');
  });

  it('throws what is a bug, such as a world that is touched where none was given', async () => {
    await expect(run(['hello', 'Ada'])).rejects.toThrow('the world was touched');
  });
});
