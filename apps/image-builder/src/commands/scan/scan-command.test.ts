import { describe, expect, it } from '@jest/globals';
import { runProgram } from '../../testing/run-program.ts';
import { testWorld } from '../../testing/test-world.ts';

const { world } = testWorld('/nowhere');

describe('the command scan', () => {
  it.each([
    [['scan', 'api'], /'--env <environment>' not specified/],
    [['scan', '--env', 'dev'], /missing required argument/],
    [['scan', 'api', '--env', 'dev', '--fail-on', 'bad'], /'bad' is invalid/],
    [['scan', 'api', '--env', 'dev', '--tag', 'v1', '--digest', 'sha256:1'], /cannot be used with/],
    [['scan', 'api', '--env', 'dev', '--json', '--sarif'], /cannot be used with/],
    [['scan', 'api', '--env', 'dev', '--timeout', '0'], /'0'/],
    [['scan', 'api', '--env', 'dev', '--timeout', 'long'], /'long'/],
    [['login'], /missing required argument/],
    [['login', 'dev', '--print', '--json'], /cannot be used with/],
    [['doctor', '--json', '--markdown'], /cannot be used with/],
  ])('refuses %j', async (args, message) => {
    expect((await runProgram(args)).complaints).toMatch(message);
  });

  it('prints a failure as JSON, and nothing as SARIF', async () => {
    const args = ['scan', 'none', '--env', 'dev'];
    const json = await runProgram([...args, '--json'], world);
    expect(JSON.parse(json.printed)).toMatchObject({ schemaVersion: 1, error: { code: 'unknown-container' } });
    const sarif = await runProgram([...args, '--sarif'], world);
    expect(sarif).toMatchObject({ printed: '', failure: { code: 'unknown-container' } });
  });
});
