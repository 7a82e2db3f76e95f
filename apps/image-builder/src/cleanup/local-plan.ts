import { isDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import { z } from 'zod';

const imageSchema = z
  .strictObject({
    id: z.custom<Digest>(isDigest, 'not a sha256 digest'),
    /** Of the container, as its label says it. */
    title: z.string(),
    /** Sorted; an image without a name has none. */
    names: z.array(z.string()).readonly(),
    bytes: z.number().nonnegative(),
    createdAt: z.iso.datetime(),
    because: z.string(),
  })
  .readonly();

/** What `--local` would remove from the engine of this machine. */
export const localPlanSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    report: z.literal('local-cleanup-plan'),
    /** RFC 3339. */
    at: z.iso.datetime(),
    /** How many of the newest images of each container stay. */
    keep: z.number().int().nonnegative(),
    /** Build cache that nothing used for so many days goes; 1 at least. */
    cacheUnusedForDays: z.number().int().min(1),
    go: z.array(imageSchema).readonly(),
    stay: z.array(imageSchema).readonly(),
  })
  .readonly();

export type LocalPlan = z.infer<typeof localPlanSchema>;
export type LocalImageDecision = z.infer<typeof imageSchema>;
