import type { Conditions } from '../policy/policy-document.ts';
import type { RequestContext } from './access-request.ts';
import { allOf, yesOrNo, type Match } from './match.ts';
import { matchesArn, matchesWildcard } from './wildcard.ts';

type Compare = (accepted: string, value: string) => boolean;

/** IAM user guide, "Condition operators". Only operators that are false for a key that the request doesn't have. */
const OPERATORS: Readonly<Record<string, Compare>> = {
  StringEquals: (accepted, value) => accepted === value,
  StringLike: matchesWildcard,
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
  Bool: (accepted, value) => accepted.toLowerCase() === value.toLowerCase(),
};

/** Keys that a request may well not have. Any other one that it doesn't have is unknown to the evaluator. */
const KEYS = [
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:RequestedRegion',
  'aws:RequestTag/*',
  'aws:ResourceTag/*',
  'aws:SecureTransport',
  'aws:SourceAccount',
  'aws:SourceArn',
  'iam:AWSServiceName',
  'iam:PassedToService',
  'kms:GrantIsForAWSResource',
  'kms:ViaService',
  's3:if-none-match',
  's3:prefix',
  'token.actions.githubusercontent.com:*',
].map((key) => key.toLowerCase());

/** Whether all conditions of a statement hold for a request. */
export function matchConditions(conditions: Conditions, context: RequestContext): Match {
  const values = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), [value].flat()]));
  return allOf(
    Object.entries(conditions).flatMap(([operator, byKey]) =>
      Object.entries(byKey).map(([key, accepted]) =>
        matchCondition({ operator, key, accepted: [accepted].flat() }, values),
      ),
    ),
  );
}

interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly accepted: readonly string[];
}

function matchCondition(condition: Condition, values: ReadonlyMap<string, readonly string[]>): Match {
  const { key, accepted } = condition;
  if (condition.operator === 'Null') return matchNull(key, accepted, values);
  const { compare, ofMany, ifExists } = parse(condition.operator);
  if (compare === undefined) return { unknown: `operator "${condition.operator}"` };
  const asked = values.get(key.toLowerCase());
  if (asked === undefined) return isKnown(key) ? yesOrNo(ifExists) : { unknown: `condition key "${key}"` };
  if (asked.length > 1 && !ofMany) return { unknown: `"${condition.operator}" for the many values of "${key}"` };
  return yesOrNo(asked.some((value) => accepted.some((one) => compare(one, value))));
}

/** The operator that asks whether the request has a key at all: `"true"` when it must not (IAM user guide, "Condition operators"). */
function matchNull(key: string, accepted: readonly string[], values: ReadonlyMap<string, readonly string[]>): Match {
  if (!isKnown(key)) return { unknown: `condition key "${key}"` };
  return yesOrNo(accepted.includes(String(!values.has(key.toLowerCase()))));
}

function parse(operator: string) {
  const ofMany = operator.startsWith('ForAnyValue:');
  const ifExists = operator.endsWith('IfExists');
  const name = operator.replace(/^ForAnyValue:/, '').replace(/IfExists$/, '');
  return { compare: Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined, ofMany, ifExists };
}

function isKnown(key: string): boolean {
  return KEYS.some((known) => matchesWildcard(known, key.toLowerCase()));
}
