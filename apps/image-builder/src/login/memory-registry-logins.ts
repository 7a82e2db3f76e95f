import type { RegistryLogin, RegistryLogins } from './registry-logins.ts';

/** Logins for tests, to one host for each region. */
export class MemoryRegistryLogins implements RegistryLogins {
  logIn(region: string): Promise<RegistryLogin> {
    const credentials = { username: 'AWS', password: `fake-${region}` };
    return Promise.resolve({
      region,
      host: `${region}.registry.test`,
      credentials,
      expiresAt: '2026-03-02T12:00:00.000Z',
    });
  }
}
