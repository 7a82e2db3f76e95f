import { describe, expect, it } from '@jest/globals';
import type { Credentials } from '../credentials/credentials.ts';
import type { LoginStore } from './login-store.ts';

export interface LoginSetting {
  /** A store that holds nothing yet. */
  readonly store: LoginStore;
  /** What the docker command would find. */
  readonly find: (host: string) => Promise<Credentials | undefined>;
}

/** What every store of logins does; run against the fake and against the files of Docker. */
export function loginStoreContract(open: () => Promise<LoginSetting>): void {
  describe('a store of logins', () => {
    const one = { username: 'AWS', password: 'fa:ke' };
    const two = { username: 'AWS', password: 'other' };

    it('keeps a login, and says where before and after', async () => {
      const { store, find } = await open();
      const place = await store.placeOf('host:80');
      expect(await find('host:80')).toBeUndefined();
      expect(await store.keep('host:80', one)).toEqual(place);
      expect(await find('host:80')).toEqual(one);
    });

    it('replaces the login of one host alone', async () => {
      const { store, find } = await open();
      await store.keep('one.test', one);
      await store.keep('two.test', one);
      await store.keep('one.test', two);
      expect(await find('one.test')).toEqual(two);
      expect(await find('two.test')).toEqual(one);
    });
  });
}
