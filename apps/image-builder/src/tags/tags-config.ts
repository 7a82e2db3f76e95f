import { TAG_PRESETS, tagRuleProblems } from '@slipway/images';
import type { TagPreset, TagRules } from '@slipway/images';
import { z } from 'zod';

const tagRule = z.strictObject({
  /** Text with placeholders, such as `{branch}-{sha}`: `TagRule` in libs/images lists them. */
  pattern: z.string(),
  /** Whether it is meant to point to another image tomorrow. @default false */
  moving: z.boolean().optional(),
  /** Branches that it is for: `*` is any text, `!` takes out, the last match decides. @default all */
  branches: z.array(z.string()).optional(),
});

/** The name of a preset, or rules; a rule that is only a pattern may be its text. */
const tagRules = z
  .union([
    z.enum(Object.keys(TAG_PRESETS) as TagPreset[]),
    z.array(z.union([z.string().transform(patternOnly), tagRule])),
  ])
  .superRefine((rules: TagRules, context) => {
    for (const message of tagRuleProblems(rules)) context.addIssue({ code: 'custom', message });
  });

/** Tags of the images of a container: by environment, and otherwise. */
export const tagsSchema = z
  .strictObject({
    default: tagRules.default('branch'),
    /** By name of the environment. @default the default */
    environments: z.record(z.string(), tagRules).default({}),
  })
  .default({ default: 'branch', environments: {} });

function patternOnly(pattern: string): { readonly pattern: string } {
  return { pattern };
}
