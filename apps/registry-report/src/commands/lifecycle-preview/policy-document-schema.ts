import type { PolicyDocument } from '@slipway/lifecycle';
import { z } from 'zod';

const texts = z.array(z.string().min(1)).min(1);
const count = z.int().min(1);
const days = { countUnit: z.literal('days'), countNumber: count };
const standard = { storageClass: z.literal('standard').optional() };

const tags = [
  { tagStatus: z.literal('tagged'), tagPrefixList: texts },
  { tagStatus: z.literal('tagged'), tagPatternList: texts },
  { tagStatus: z.enum(['untagged', 'any']) },
] as const;

const imageCount = { countType: z.literal('imageCountMoreThan'), countNumber: count, ...standard };
const sincePush = { countType: z.literal('sinceImagePushed'), ...days, ...standard };
const sincePull = { countType: z.literal('sinceImagePulled'), ...days, ...standard };
const sinceArchival = {
  countType: z.literal('sinceImageTransitioned'),
  ...days,
  storageClass: z.literal('archive'),
};

/** Strict: a selection with a key that is not known here selects something else than it seems to. */
function selection(...counts: readonly z.ZodRawShape[]) {
  return z.union(tags.flatMap((tag) => counts.map((shape) => z.strictObject({ ...tag, ...shape }))));
}

const head = { rulePriority: count, description: z.string().optional() };

/** ECR user guide, "Lifecycle policy properties": which count goes with which action. */
const rule = z.union([
  z.strictObject({
    ...head,
    selection: selection(imageCount, sincePush, sinceArchival),
    action: z.strictObject({ type: z.literal('expire') }),
  }),
  z.strictObject({
    ...head,
    selection: selection(imageCount, sincePush, sincePull),
    action: z.strictObject({ type: z.literal('transition'), targetStorageClass: z.literal('archive') }),
  }),
]);

/** A lifecycle policy as ECR keeps it. */
const document = z.object({ rules: z.array(rule) });

/** Shapes that are put together lose their types, so the type of what they accept is said here. */
export const policyDocumentSchema = document as z.ZodType as z.ZodType<PolicyDocument>;
