import { z } from 'zod';
import { cacheSchema } from '../cache/cache-config.ts';
import { deploySchema } from '@slipway/deployments';
import { promoteSchema } from '../commands/promote/promote-config.ts';
import { smokeTestSchema } from '../smoke/smoke-test-config.ts';
import { SEVERITIES } from '../scan/severity.ts';
import { schemaAddress } from './schema-address.ts';
import { tagsSchema } from '../tags/tags-config.ts';

/** What CI and ops decide for one container, in `image.json` beside its Dockerfile. Every section has defaults; unknown names are refused. */
export const containerConfigSchema = z.strictObject({
  $schema: schemaAddress,
  tags: tagsSchema,
  deploy: deploySchema.default({}).describe('Where `deploy` puts the image, by environment. Default: nowhere.'),
  smokeTest: smokeTestSchema,
  cache: cacheSchema,
  promote: promoteSchema,
  scan: z
    .strictObject({
      failOn: z
        .record(z.string(), z.enum(SEVERITIES))
        .optional()
        .describe('From which severity on `scan` fails, by environment. Default: high.'),
    })
    .optional()
    .describe('When `scan` fails.'),
});

export type ContainerConfig = z.infer<typeof containerConfigSchema>;
