import { z } from 'zod';
import { deploySchema } from '../deploy/deploy-config.ts';
import { promoteSchema } from '../commands/promote/promote-config.ts';
import { smokeTestSchema } from '../smoke/smoke-test-config.ts';
import { SEVERITIES } from '../scan/severity.ts';
import { tagsSchema } from '../tags/tags-config.ts';

/** What CI and ops decide for one container, in `image.json` beside its Dockerfile. Every section has defaults; unknown names are refused. */
export const containerConfigSchema = z.strictObject({
  $schema: z.string().optional(),
  /** Tags that images get. @default the preset `branch` everywhere */
  tags: tagsSchema,
  /** Where `deploy` puts the image, by environment. @default nowhere */
  deploy: deploySchema.default({}),
  smokeTest: smokeTestSchema,
  promote: promoteSchema,
  scan: z
    .strictObject({
      /** From which severity on `scan` fails, by environment. @default high */
      failOn: z.record(z.string(), z.enum(SEVERITIES)).optional(),
    })
    .optional(),
});

export type ContainerConfig = z.infer<typeof containerConfigSchema>;
