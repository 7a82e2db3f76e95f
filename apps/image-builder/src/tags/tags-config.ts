import { TAG_PRESETS, tagRuleProblems } from '@slipway/images';
import type { TagPreset, TagRules } from '@slipway/images';
import { z } from 'zod';

const tagRule = z.strictObject({
  // `TagRule` in libs/images lists the placeholders
  pattern: z.string().describe('Text with placeholders, such as `{branch}-{sha}`.'),
  moving: z.boolean().optional().describe('Whether it is meant to point to another image tomorrow. Default: false.'),
  branches: z
    .array(z.string())
    .optional()
    .describe('Branches that it is for: `*` is any text, `!` takes out, the last match decides. Default: all.'),
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

export const tagsSchema = z
  .strictObject({
    default: tagRules.default('branch').describe('Rules where no others are for the environment.'),
    environments: z
      .record(z.string(), tagRules)
      .default({})
      .describe('Rules by name of the environment; the others have `default`.'),
  })
  .default({ default: 'branch', environments: {} })
  .describe('Tags that the images of the container get: the name of a preset, or rules.');

function patternOnly(pattern: string): { readonly pattern: string } {
  return { pattern };
}
