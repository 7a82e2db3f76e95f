import { expect, it } from '@jest/globals';
import { accountKey } from '../account-key.ts';
import { accountOfKey, anyAccountKey } from './account-of-key.ts';

it('finds the account in our own keys', () => {
  expect(accountOfKey(accountKey('123456789012'), '111122223333')).toBe('123456789012');
});

it('takes the default account for the key of any', () => {
  expect(accountOfKey(anyAccountKey, '111122223333')).toBe('111122223333');
});

it.each(['AKIAIOSFODNN7EXAMPLE', 'LOCAL1', 'LOCAL1234567890123', 'xLOCAL123456789012'])(
  'knows nothing about %s',
  (key) => {
    expect(accountOfKey(key, '111122223333')).toBeUndefined();
  },
);

it('makes no key for what is no account', () => {
  expect(() => accountKey('12345')).toThrow('"12345" is no account');
});
