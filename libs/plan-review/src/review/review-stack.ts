import { error, warning } from '@slipway/findings';
import type { LocalFinding } from '@slipway/findings';
import { attributeChanges } from '../change/attribute-changes.ts';
import type { StorageCost } from '../cost/storage-cost.ts';
import type { DeploymentEvidence } from '../deployments/deployment-evidence.ts';
import { sensitiveTexts } from '../mask/sensitive-texts.ts';
import type { ChangeKind, Plan, ResourceChange } from '../plan/plan.ts';
import type { ScanPrices } from '../scanning/scan-prices.ts';
import { indexPlan } from '../rules/plan-index.ts';
import type { RuleContext } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';
import type { Evidence } from './evidence.ts';
import { reviewChange } from './review-change.ts';
import type { ReviewContext } from './review-change.ts';
import type { ChangeCounts, ChangeReview, ReviewFinding, StackReview } from './review.ts';

/** A plan and what has to be known beside it. */
export interface StackInput {
  /** Such as `dev`. */
  readonly stack: string;
  readonly plan: Plan;
  /** Whether it is production: weaker scanning and mutable tags block there. */
  readonly production: boolean;
  /** Names of the buckets that hold Terraform's state. */
  readonly stateBuckets: readonly string[];
  /** What the registries hold. @default nobody asked: what is deleted may hold images */
  readonly evidence?: Evidence;
  /** What the images of its environment are needed for. @default nobody asked: what is deleted may run */
  readonly deployments?: DeploymentEvidence;
  /** What storage costs. @default no price is known, and nothing is said of costs */
  readonly storageCost?: StorageCost;
  /** What enhanced scanning costs. @default not known, which is said */
  readonly scanPrices?: ScanPrices;
}

/** What is to be said of one stack; its verdict follows from the findings of all. */
export function reviewStack(
  input: StackInput,
  now: Date,
): { readonly review: Omit<StackReview, 'verdict'>; readonly findings: readonly ReviewFinding[] } {
  const { stack, plan, production } = input;
  const { evidence = [], deployments, stateBuckets, storageCost, scanPrices } = input;
  const context = {
    index: indexPlan(plan),
    production,
    stateBuckets,
    evidence,
    ...(deployments === undefined ? {} : { deployments }),
    now,
    secrets: sensitiveTexts(plan),
    changes: plan.changes,
    ...(scanPrices === undefined ? {} : { scanPrices }),
  };
  const priced = storageCost === undefined ? context : { ...context, storageCost };
  const changes = plan.changes
    .filter(isNews)
    .sort((a, b) => DANGER.indexOf(a.kind) - DANGER.indexOf(b.kind))
    .map((change) => reviewChange(change, priced));
  const review = {
    stack,
    production,
    terraformVersion: plan.terraformVersion,
    ...(plan.madeAt === undefined ? {} : { madeAt: plan.madeAt.toISOString() }),
    counts: countsOf(plan.changes),
    ...sumOf(changes, 'monthlyDollars'),
    ...sumOf(changes, 'monthlyScanDollars'),
    changes,
    drift: plan.drift.map((change) => reviewChange(change, context)),
    outputs: plan.outputs
      .filter(({ kind }) => kind !== 'none')
      .map(({ name, kind, before, after }) => ({
        name,
        kind,
        attributes: attributeChanges({ before, after }, context.secrets).slice(0, 5),
      })),
  };
  return { review, findings: findingsOf(input, context) };
}

type Cost = 'monthlyDollars' | 'monthlyScanDollars';

function sumOf(changes: readonly ChangeReview[], cost: Cost): Pick<ChangeReview, Cost> {
  const known = changes.map((change) => change[cost]).filter((dollars) => dollars !== undefined);
  return known.length === 0 ? {} : { [cost]: known.reduce((sum, dollars) => sum + dollars, 0) };
}

/** The most dangerous first. */
const DANGER: readonly ChangeKind[] = [
  'destroy',
  'replace',
  'unfamiliar',
  'forget',
  'update',
  'create',
  'none',
  'read',
];

function isNews({ kind, importId, previousAddress }: ResourceChange): boolean {
  return kind !== 'none' || importId !== undefined || previousAddress !== undefined;
}

function countsOf(changes: readonly ResourceChange[]): ChangeCounts {
  const counts = {
    create: 0,
    update: 0,
    replace: 0,
    destroy: 0,
    forget: 0,
    read: 0,
    none: 0,
    unfamiliar: 0,
    imported: 0,
    moved: 0,
  };
  for (const { kind, importId, previousAddress } of changes) {
    counts[kind] += 1;
    if (importId !== undefined) counts.imported += 1;
    if (previousAddress !== undefined) counts.moved += 1;
  }
  return counts;
}

function findingsOf({ stack, plan }: StackInput, context: RuleContext & ReviewContext): ReviewFinding[] {
  const ofPlan = planFindings(plan).map((finding) => placed(stack, '', finding));
  const ofChanges = plan.changes
    .filter(({ isData, kind }) => !isData && kind !== 'none' && kind !== 'read')
    .flatMap((change) =>
      rules.flatMap((rule) => rule(change, context)).map((finding) => placed(stack, change.address, finding)),
    );
  const ofDrift = plan.drift.map((change) => placed(stack, change.address, drifted(change, context.secrets)));
  return [...ofPlan, ...ofChanges, ...ofDrift];
}

function planFindings({ errored, complete, unfamiliar }: Plan): LocalFinding[] {
  const failed = error('plan-errored', {
    message: 'planning ended with an error',
    fix: 'mend the configuration and plan again',
  });
  const partial = warning('plan-incomplete', {
    message: 'Terraform put changes off: this plan is not all of them',
    fix: 'review the plan that follows, too',
  });
  const unknown = warning('plan-unfamiliar', {
    message: `the plan has parts that this program does not know: ${unfamiliar.map((name) => JSON.stringify(name)).join(', ')}`,
    fix: 'read the plan of Terraform itself',
  });
  return [
    ...(errored ? [failed] : []),
    ...(complete || errored ? [] : [partial]),
    ...(unfamiliar.length === 0 ? [] : [unknown]),
  ];
}

function drifted(change: ResourceChange, secrets: readonly string[]): LocalFinding {
  const changes = attributeChanges(change, secrets);
  const names = changes
    .slice(0, 3)
    .map(({ path, before = 'nothing', after = 'nothing' }) => `${path}: ${before} -> ${after}`);
  const what = change.kind === 'destroy' ? 'deleted' : 'changed';
  return warning('drift', {
    message: `it was ${what} outside of Terraform${names.length === 0 ? '' : ` (${names.join('; ')})`}`,
    fix: 'find out who did it; the apply sets it back unless the configuration takes it over',
  });
}

function placed(stack: string, address: string, finding: LocalFinding): ReviewFinding {
  const path = address === '' ? stack : `${stack} / ${address}`;
  return { ...finding, stack, address, path };
}
