export type { AttributeChange } from './change/attribute-changes.ts';
export { addConfiguration } from './configuration/add-configuration.ts';
export type { ConfiguredPlan } from './configuration/add-configuration.ts';
export type { StorageCost } from './cost/storage-cost.ts';
export type { DeploymentEvidence, UnaskedSource } from './deployments/deployment-evidence.ts';
export { maskText } from './mask/mask-text.ts';
export type { Override } from './override/override.ts';
export { parseOverrides } from './override/parse-overrides.ts';
export type { ParsedOverrides } from './override/parse-overrides.ts';
export { parsePlan } from './plan/parse-plan.ts';
export type { ParsedPlan, PlanProblem } from './plan/parse-plan.ts';
export type { ChangeKind, OutputChange, Plan, ResourceChange, Side } from './plan/plan.ts';
export type { Evidence, RepositoryEvidence } from './review/evidence.ts';
export { repositoriesToAsk } from './review/repositories-to-ask.ts';
export { reviewPlans } from './review/review-plans.ts';
export type { RepositoryToAsk } from './review/repositories-to-ask.ts';
export type { ReviewInput } from './review/review-plans.ts';
export type { ScanPrices } from './scanning/scan-prices.ts';
export type { StackInput } from './review/review-stack.ts';
export type {
  ChangeCounts,
  ChangeReview,
  OutputReview,
  Review,
  ReviewFinding,
  StackReview,
  Verdict,
} from './review/review.ts';
