import { describe, expect, it } from '@jest/globals';
import type { RegistryLogins } from './registry-logins.ts';

/** What everything that asks for logins does; run against the fake and against ECR's API. */
export function registryLoginsContract(setting: () => RegistryLogins): void {
  describe('logins', () => {
    it('are for the registry of a region, by its host alone', async () => {
      const { region, host } = await setting().logIn('us-east-1');
      expect(region).toBe('us-east-1');
      expect(new URL(`https://${host}`).host).toBe(host);
    });

    it('are of the user AWS, by a password (ECR user guide, registry authentication)', async () => {
      const { credentials } = await setting().logIn('us-east-1');
      expect(credentials).toEqual({ username: 'AWS', password: expect.stringMatching(/./) as unknown });
    });

    it('say in UTC when they end', async () => {
      const { expiresAt } = await setting().logIn('us-east-1');
      expect(new Date(expiresAt).toISOString()).toBe(expiresAt);
    });
  });
}
