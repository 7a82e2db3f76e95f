import { describe, expect, it } from '@jest/globals';
import { runProgram } from './testing/run-program.ts';

describe('the command line', () => {
  it.each([
    [['build'], /missing required argument 'container'/],
    [['push', 'api'], /required option '--env <environment>' not specified/],
    [['build', 'api', '--fast'], /unknown option '--fast'/],
    [['ship'], /unknown command 'ship'/],
    [['build', 'api', '--build-arg', 'A'], /'A' is not NAME=value/],
    [['build', 'api', '--build-arg', 'GIT_COMMIT=1'], /'GIT_COMMIT' comes from git/],
  ])('refuses %j before anything is touched', async (args, message) => {
    expect((await runProgram(args)).complaints).toMatch(message);
  });

  it('opens the world for a command that is right', async () => {
    const built = runProgram(['build', 'api', '--build-arg', 'A=1=2', '--build-arg', 'B=']);
    await expect(built).rejects.toThrow('the world was touched');
  });
});
