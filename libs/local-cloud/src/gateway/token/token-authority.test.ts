import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { basicPassword } from './basic-password.ts';
import { TokenAuthority } from './token-authority.ts';

const tokens = new TokenAuthority('a fake secret');
const token = { account: '111122223333', anyAccount: false, expires: 1_800_000_000 };
const before = new Date(1_799_999_999_000);

describe('a password', () => {
  it('says what was put into it, until it expires', () => {
    const password = tokens.issue(token);
    expect(tokens.check(password, before)).toEqual({ valid: true, token });
    expect(tokens.check(password, new Date(1_800_000_000_000))).toEqual({ valid: false, reason: 'expired' });
  });

  it('of another secret is not taken', () => {
    expect(tokens.check(new TokenAuthority('another').issue(token), before)).toEqual({
      valid: false,
      reason: 'forged',
    });
  });

  it('is worth nothing with any character changed', () => {
    const password = tokens.issue(token);
    const change = fc.tuple(fc.nat(password.length - 1), fc.constantFrom('A', 'b', '9', '-', '.'));
    fc.assert(
      fc.property(change, ([at, character]) => {
        const changed = password.slice(0, at) + character + password.slice(at + 1);
        // The last character of base64 holds bits that mean nothing.
        fc.pre(changed !== password && at !== password.length - 1);
        expect(tokens.check(changed, before).valid).toBe(false);
      }),
    );
  });

  it('can be any text without harm', () => {
    fc.assert(fc.property(fc.string(), (text) => !tokens.check(text, before).valid));
  });
});

describe('basicPassword', () => {
  const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

  it('is that of the user AWS', () => {
    expect(basicPassword(basic('AWS:pass:word'))).toBe('pass:word');
  });

  it.each([undefined, 'Bearer x', basic('root:x'), 'Basic ???'])('is none in %s', (header) => {
    expect(basicPassword(header)).toBeUndefined();
  });
});
