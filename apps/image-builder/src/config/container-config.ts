import { z } from 'zod';
import { SEVERITIES } from '../scan/severity.ts';

/** What CI and ops decide for one container, in `image.json` beside its Dockerfile. Every section has defaults; unknown names are refused. */
export const containerConfigSchema = z.strictObject({
  $schema: z.string().optional(),
  scan: z
    .strictObject({
      /** From which severity on `scan` fails, by environment. @default high */
      failOn: z.record(z.string(), z.enum(SEVERITIES)).optional(),
    })
    .optional(),
});

export type ContainerConfig = z.infer<typeof containerConfigSchema>;
