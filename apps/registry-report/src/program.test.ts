import { describe, expect, it } from '@jest/globals';
import { runProgram } from './testing/run-program.ts';
import { testWorld } from './testing/test-world.ts';

describe('the command line', () => {
  it.each([
    [['access'], /missing required argument 'environment'/],
    [['access', 'test', '--fast'], /unknown option '--fast'/],
    [['access', 'test', '--json', '--markdown'], /'--json' cannot be used with option '--markdown'/],
    [['lifecycle-preview'], /missing required argument 'environment'/],
    [['lifecycle-preview', 'test', '--days', 'x'], /'x' is no whole number of days/],
    [['lifecycle-preview', 'test', '--days', '3651'], /'3651' is no whole number of days/],
    [['lifecycle-preview', 'test', '--fail-on', 'all'], /Allowed choices are/],
    [['delete'], /unknown command 'delete'/],
  ])('refuses %j before anything is touched', async (args, message) => {
    expect((await runProgram(args)).complaints).toMatch(message);
  });

  it.each([['access'], ['lifecycle-preview']])('shows examples in the help of %s', async (command) => {
    expect((await runProgram([command, '--help'])).printed).toMatch(`Examples:\n  registry-report ${command} dev`);
  });

  it.each(['access', 'lifecycle-preview'])(
    'names the known environments for another one, as %s --json too',
    async (command) => {
      const { printed, failure } = await runProgram([command, 'staging', '--json'], testWorld().world);
      expect(failure).toMatchObject({ code: 'unknown-environment', fix: 'use one of: test' });
      expect(JSON.parse(printed)).toEqual({
        schemaVersion: 1,
        error: {
          code: 'unknown-environment',
          message: "there is no environment 'staging'",
          fix: 'use one of: test',
        },
      });
    },
  );
});
