import { describe, expect, it } from '@jest/globals';
import type { CtyValue } from '../wire/cty-value.ts';
import { UNKNOWN } from '../wire/cty-value.ts';
import { meansNoChange } from './means-no-change.ts';

// terraform-plugin-sdk/v2 compares what the state has with the zero value of the type where the configuration has nothing.
describe('what the configuration leaves out', () => {
  it.each<[CtyValue]>([[null], [''], [false], [0], [[]], [{}]])('is no change of %j', (prior) => {
    expect(meansNoChange(prior, null)).toBe(true);
  });

  it.each<[CtyValue]>([['a'], [true], [1], [['a']], [{ a: 'b' }]])('takes %j away', (prior) => {
    expect(meansNoChange(prior, null)).toBe(false);
  });

  it('is no change inside a block either', () => {
    const prior = [{ algorithm: 'AES256', bucket_key: false, key: '' }];
    expect(meansNoChange(prior, [{ algorithm: 'AES256', bucket_key: null, key: null }])).toBe(true);
    expect(meansNoChange(prior, [{ algorithm: 'aws:kms', bucket_key: null, key: null }])).toBe(false);
  });
});

describe('what was not there before', () => {
  it.each<[CtyValue, boolean]>([
    ['', true],
    [[], true],
    [false, false],
    [0, false],
    ['a', false],
    [UNKNOWN, false],
  ])('and is %p now: no change is %s', (planned, expected) => {
    expect(meansNoChange(null, planned)).toBe(expected);
  });
});

it('sees that a tag with an empty value went away', () => {
  expect(meansNoChange({ Old: '', Team: 'a' }, { Team: 'a' })).toBe(false);
});
