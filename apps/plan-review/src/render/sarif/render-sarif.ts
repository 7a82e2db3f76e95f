import type { Review, ReviewFinding } from '@slipway/plan-review';
import type { PlanFile } from '../../commands/review/plan-file.ts';

/** The findings in the Static Analysis Results Interchange Format 2.1.0 (OASIS), for code scanning. */
export function renderSarif({ findings }: Review, plans: readonly PlanFile[]): object {
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'plan-review', rules: ids.map((id) => ({ id })) } },
        results: findings.map((finding) => result(finding, { plans, ids })),
      },
    ],
  };
}

interface ResultContext {
  readonly plans: readonly PlanFile[];
  readonly ids: readonly string[];
}

function result(
  { rule, severity, message, fix, path, stack, override }: ReviewFinding,
  { plans, ids }: ResultContext,
): object {
  const file = plans.find((plan) => plan.stack === stack)?.file ?? '-';
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: severity,
    message: { text: `${path}: ${message}. Fix: ${fix}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: file === '-' ? 'stdin' : encodeURI(file.replaceAll('\\', '/')) } },
        logicalLocations: [{ fullyQualifiedName: path, kind: 'resource' }],
      },
    ],
    partialFingerprints: { 'planReview/v1': `${rule}:${path}` },
    ...(override === undefined
      ? {}
      : { suppressions: [{ kind: 'external', justification: `${override.reason} (until ${override.expires})` }] }),
  };
}
