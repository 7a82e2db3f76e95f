export { lintPolicy } from './lint.ts';
export type { PolicyDocument, RuleDocument, SelectionDocument } from './policy-document.ts';
export { renderPolicy, toDocument } from './render.ts';
export { expireAfterDays, keepNewest } from './rule.ts';
export type { Expiry, LifecycleRule } from './rule.ts';
export { anyImage, tagged, taggedLike, untagged } from './selection.ts';
export type { Selection, TagMatch } from './selection.ts';
