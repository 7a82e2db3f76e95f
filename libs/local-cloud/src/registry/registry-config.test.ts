import { expect, it } from '@jest/globals';
import { registryConfig } from './registry-config.ts';

it('listens on the socket alone and lets manifests be deleted', () => {
  const config = registryConfig({ storage: '/images', socket: '/run/registry.sock', secret: 'fake' });
  expect(config).toMatchObject({
    http: { net: 'unix', addr: '/run/registry.sock' },
    storage: { delete: { enabled: true } },
  });
});
