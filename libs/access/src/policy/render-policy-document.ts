import { sortedUnique } from '../collection/sorted-unique.ts';
import type { Conditions, PolicyDocument, PolicyStatement } from './policy-document.ts';

type Values = string | readonly string[];

/**
 * The one text of a document, without white space, keys in the order of AWS's examples.
 * Lists are sets to AWS: they are sorted, and a list of one is the value itself, as IAM stores it, which keeps the next plan empty.
 */
export function renderPolicyDocument({ Version, Statement }: PolicyDocument): string {
  return JSON.stringify({ Version, Statement: Statement.map(ordered) });
}

function ordered({ Sid, Effect, Principal, Action, Resource, Condition }: PolicyStatement) {
  return {
    Sid,
    Effect,
    Principal: typeof Principal === 'object' ? eachValue(Principal, normal) : Principal,
    Action: normal(Action),
    Resource: Resource === undefined ? undefined : normal(Resource),
    Condition: Condition === undefined ? undefined : conditions(Condition),
  };
}

function conditions(byOperator: Conditions) {
  return eachValue(byOperator, (byKey) => eachValue(byKey, normal));
}

function eachValue<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  const keys = Object.keys(record).sort();
  return Object.fromEntries(keys.map((key) => [key, change(record[key] as T)]));
}

function normal(values: Values): Values {
  if (typeof values === 'string') return values;
  const all = sortedUnique(values);
  return all.length === 1 && all[0] !== undefined ? all[0] : all;
}
