import { describe, expect, it } from '@jest/globals';
import { withoutTokenTraces } from './without-token-traces.ts';

describe('withoutTokenTraces', () => {
  it('leaves errors their traces, and puts everything back after one', () => {
    const before = Object.getOwnPropertyDescriptor(Error, 'captureStackTrace');
    const fail = () =>
      withoutTokenTraces(() => {
        throw new Error('on purpose');
      });
    expect(fail).toThrow('on purpose');
    expect(withoutTokenTraces(() => new Error('made').stack)).toContain('without-token-traces.test');
    expect(Object.getOwnPropertyDescriptor(Error, 'captureStackTrace')).toEqual(before);
  });
});
