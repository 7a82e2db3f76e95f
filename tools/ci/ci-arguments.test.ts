import { describe, expect, it } from '@jest/globals';
import { parseCiArguments } from './ci-arguments.ts';

describe('parseCiArguments', () => {
  it('reads pipeline, base and steps', () => {
    expect(parseCiArguments(['pr', '--base', 'origin/main', '--only', 'check,plan:dev', '--local-cloud'])).toEqual({
      pipeline: 'pr',
      base: 'origin/main',
      only: ['check', 'plan:dev'],
      dryRun: false,
      localCloud: true,
    });
  });

  it.each([
    [[], "'' is no pipeline"],
    [['toString'], "'toString' is no pipeline"],
    [['pr', 'main'], "'pr main' is no pipeline"],
    [['pr', '--only', 'chek'], "'chek' is no step of 'pr'"],
    [['pr', '--fast'], '--fast'],
  ])('refuses %j, which would run something else or nothing', (args, message) => {
    expect(() => parseCiArguments(args)).toThrow(message);
  });
});
