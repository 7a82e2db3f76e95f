import { expect, it } from '@jest/globals';
import { containers, environments } from '@slipway/environments';
import type { EnvironmentSpec } from '@slipway/environments';
import { readContainerConfig } from '../config/read-container-config.ts';
import { workspaceRoot } from '@slipway/cli';

const specs: Readonly<Record<string, EnvironmentSpec>> = environments;
const world = { workspace: await workspaceRoot(import.meta.dirname), specs };

it.each(Object.values(containers))(
  "$name's image.json deploys only to environments that there are, by roles of their accounts",
  async ({ context }) => {
    const { deploy } = await readContainerConfig(world, context);
    for (const [environment, target] of Object.entries(deploy)) {
      expect(specs).toHaveProperty(environment);
      if (target.kind === 'eks') expect(target.role).toContain(`:${specs[environment]?.account ?? ''}:`);
    }
  },
);

it('gives the API of production the models of production, and the time to shut down that it takes', async () => {
  const { deploy } = await readContainerConfig(world, containers.server.context);
  expect(deploy['prod']).toMatchObject({
    variables: { MODEL_BUCKET: environments.prod.models.bucket, AWS_DEFAULT_REGION: environments.prod.models.region },
    // `shutdown_seconds` of server/retail_api/settings.py
    shutdownSeconds: 20,
  });
});
