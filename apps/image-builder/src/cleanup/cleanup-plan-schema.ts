import { isDigest } from '@slipway/images';
import { z } from 'zod';
import type { CleanupPlan } from './cleanup-plan.ts';

const decision = z
  .strictObject({
    digest: z.custom<string>(isDigest, 'not a sha256 digest'),
    tags: z.array(z.string()).readonly(),
    pushedAt: z.iso.datetime(),
    bytes: z.number().nonnegative().exactOptional(),
    because: z.string(),
  })
  .readonly();

const repository = z
  .strictObject({
    region: z.string(),
    repository: z.string(),
    go: z.array(decision).readonly(),
    stay: z.array(decision).readonly(),
    warnings: z.array(z.string()).readonly(),
  })
  .readonly();

/** What `--apply` takes: written by this version, and by no hand. */
export const cleanupPlanSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    report: z.literal('cleanup-plan'),
    environment: z.string(),
    account: z.string().regex(/^\d{12}$/),
    at: z.iso.datetime(),
    rules: z.strictObject({ keep: z.number().int().nonnegative(), olderThanDays: z.number().int().min(1) }).readonly(),
    without: z.array(z.string()).readonly(),
    repositories: z.array(repository).readonly(),
  })
  .readonly() satisfies z.ZodType<CleanupPlan>;
