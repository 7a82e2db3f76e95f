import { describe, expect, it } from '@jest/globals';
import { credentialsOf, entersAnyAccount } from './credentials.ts';

describe('the caller', () => {
  it('is the one the socket is bound to when the provider block names none', () => {
    expect(credentialsOf({}, 'LOCAL111111111111')).toMatchObject({ credentials: { accessKeyId: 'LOCAL111111111111' } });
  });

  it('is the key of the provider block, with its secret and token', () => {
    const config = { access_key: 'AKIAFAKE', secret_key: 'fake', token: 'fake token', profile: 'ignored' };
    expect(credentialsOf(config, 'LOCALANYACCOUNT')).toEqual({
      credentials: { accessKeyId: 'AKIAFAKE', secretAccessKey: 'fake', sessionToken: 'fake token' },
    });
  });

  it('is the profile of the provider block when it names no key', () => {
    expect(credentialsOf({ profile: 'dev' }, 'LOCALANYACCOUNT')).toEqual({ profile: 'dev' });
  });

  it('enters any account only by the key made for it', () => {
    expect(entersAnyAccount(credentialsOf({}, 'LOCALANYACCOUNT'))).toBe(true);
    expect(entersAnyAccount(credentialsOf({}, 'LOCAL111111111111'))).toBe(false);
    expect(entersAnyAccount({ profile: 'LOCALANYACCOUNT' })).toBe(false);
  });
});
