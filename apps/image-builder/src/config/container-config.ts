import { z } from 'zod';

/** What CI and ops decide for one container, in `image.json` beside its Dockerfile. Every section has defaults; unknown names are refused. */
export const containerConfigSchema = z.strictObject({
  $schema: z.string().optional(),
});

export type ContainerConfig = z.infer<typeof containerConfigSchema>;
