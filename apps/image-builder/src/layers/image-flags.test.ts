import { expect, it } from '@jest/globals';
import { runProgram } from '../testing/run-program.ts';

it.each([
  [['list'], /'--env <environment>' not specified/],
  [['describe', 'api', '--env', 'dev', '--tag', 'a/b'], /'a\/b' is not a tag/],
  [['describe', 'api', '--env', 'dev', '--digest', 'sha256:1'], /'sha256:1' is not a digest/],
  [['describe', 'api', '--env', 'dev', '--tag', 'a', '--digest', `sha256:${'1'.repeat(64)}`], /cannot be used with/],
  [['layers', 'api', '--env', 'dev', '--compare', '../a'], /'\.\.\/a' is not a tag/],
  [['verify', '--env', 'dev', '--wait', 'long'], /'long' is not a number of minutes/],
  [['verify', '--env', 'dev', '--json', '--markdown'], /cannot be used with/],
])('refuses %j before anything is read', async (args, message) => {
  expect((await runProgram(args)).complaints).toMatch(message);
});
