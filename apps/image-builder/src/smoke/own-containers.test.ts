import { expect, it } from '@jest/globals';
import { containers, environments } from '@slipway/environments';
import { readContainerConfig } from '../config/read-container-config.ts';
import { workspaceRoot } from '@slipway/cli';

it.each(Object.values(containers))('has a smoke test for $name, without a secret in it', async ({ name, context }) => {
  const world = { workspace: await workspaceRoot(import.meta.dirname), specs: environments };
  const { smokeTest } = await readContainerConfig(world, context);
  expect(smokeTest.kind).toBe(name === 'server' ? 'service' : 'job');
  expect(JSON.stringify(smokeTest.environment)).not.toMatch(/AKIA|https:\/\/[^"]*amazonaws/);
});
