import { CommanderError } from 'commander';
import { describe, expect, it } from '@jest/globals';
import { runProgram } from '../../testing/run-program.ts';
import { testWorld } from '../../testing/test-world.ts';

const { world } = testWorld('/nowhere');

describe('the command scan', () => {
  it.each([
    [['scan', 'api']],
    [['scan', '--env', 'dev']],
    [['scan', 'api', '--env', 'dev', '--fail-on', 'bad']],
    [['scan', 'api', '--env', 'dev', '--tag', 'v1', '--digest', 'sha256:1']],
    [['scan', 'api', '--env', 'dev', '--json', '--sarif']],
    [['scan', 'api', '--env', 'dev', '--timeout', '0']],
    [['scan', 'api', '--env', 'dev', '--timeout', 'long']],
    [['login']],
    [['login', 'dev', '--print', '--json']],
    [['doctor', '--json', '--markdown']],
  ])('refuses %j', async (args) => {
    await expect(runProgram(args, world)).rejects.toBeInstanceOf(CommanderError);
  });

  it('prints a failure as JSON, and nothing as SARIF', async () => {
    const args = ['scan', 'none', '--env', 'dev'];
    const json = await runProgram([...args, '--json'], world);
    expect(JSON.parse(json.printed)).toMatchObject({ schemaVersion: 1, error: { code: 'unknown-container' } });
    const sarif = await runProgram([...args, '--sarif'], world);
    expect(sarif).toMatchObject({ printed: '', failure: { code: 'unknown-container' } });
  });
});
