export { compare } from './compare/compare.ts';
export type { Comparison, ImageChange, RuleTotal } from './compare/compare.ts';
export type { RuleChange } from './compare/compare-rules.ts';
export { evaluate, evaluator } from './evaluate/evaluate.ts';
export type { Evaluate, EvaluatorOptions } from './evaluate/evaluate.ts';
export type { InventoryImage } from './evaluate/inventory-image.ts';
export type { Outcome, Verdict } from './evaluate/verdict.ts';
export type { ForecastEvent } from './forecast/events-until.ts';
export { forecast } from './forecast/forecast.ts';
export type { ForecastPeriod } from './forecast/forecast.ts';
export { lintDocument, lintPolicy } from './lint/lint-policy.ts';
export { archiveAfterDays, archiveAllButNewest, archiveUnpulledAfterDays } from './model/archival-rules.ts';
export { expireAfterDays, expireArchivedAfterDays, keepNewest } from './model/expiry-rules.ts';
export { LIFECYCLE_LIMITS } from './model/limits.ts';
export type {
  PolicyDocument,
  RuleBody,
  RuleDocument,
  SelectionDocument,
  StorageClass,
  TagDocument,
} from './model/policy-document.ts';
export type { Archival, ArchivalRule, Expiry, ExpiryRule, LifecycleRule } from './model/rule.ts';
export { compilePattern } from './match/compile-pattern.ts';
export { scanningFilter } from './match/scanning-filter.ts';
export { anyImage, tagged, taggedLike, taggedLikeAll, taggedWithAll, untagged } from './model/selection.ts';
export type { Selection, TagMatch, TagMatchList } from './model/selection.ts';
export { parsePolicy } from './parse/parse-policy.ts';
export type { ParsedPolicy } from './parse/parse-policy.ts';
export { describeRule, describeSelection } from './render/describe-rule.ts';
export { renderPolicy, toDocument } from './render/render-policy.ts';
