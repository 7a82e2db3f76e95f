import { expect, it } from '@jest/globals';
import { CommanderError } from 'commander';
import { runProgram } from '../testing/run-program.ts';
import { testWorld } from '../testing/test-world.ts';

async function refusal(args: readonly string[]): Promise<string> {
  const error: unknown = await runProgram(args, testWorld('/nowhere').world).catch((thrown: unknown) => thrown);
  return error instanceof CommanderError ? error.message : 'not refused';
}

it.each([
  [['list'], /'--env <environment>' not specified/],
  [['describe', 'api', '--env', 'dev', '--tag', 'a/b'], /'a\/b' is not a tag/],
  [['describe', 'api', '--env', 'dev', '--digest', 'sha256:1'], /'sha256:1' is not a digest/],
  [['describe', 'api', '--env', 'dev', '--tag', 'a', '--digest', `sha256:${'1'.repeat(64)}`], /cannot be used with/],
  [['layers', 'api', '--env', 'dev', '--compare', '../a'], /'\.\.\/a' is not a tag/],
  [['verify', '--env', 'dev', '--wait', 'long'], /'long' is not a number of minutes/],
  [['verify', '--env', 'dev', '--json', '--markdown'], /cannot be used with/],
])('refuses %j before anything is read', async (args, message) => {
  expect(await refusal(args)).toMatch(message);
});
