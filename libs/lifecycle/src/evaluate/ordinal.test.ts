import { describe, expect, it } from '@jest/globals';
import { ordinal } from './ordinal.ts';

describe('ordinal', () => {
  it('follows English, teens included', () => {
    expect([1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 101, 111, 112].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '10th',
      '11th',
      '12th',
      '13th',
      '21st',
      '22nd',
      '101st',
      '111th',
      '112th',
    ]);
  });
});
