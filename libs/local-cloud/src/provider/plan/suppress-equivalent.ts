import { isList, isUnset, type CtyObject, type CtyValue } from '../wire/cty-value.ts';
import { meansNoChange } from './means-no-change.ts';
import { normalizeJson } from './normalize-json.ts';
import type { PlanRules } from './plan-rules.ts';

/** Takes back changes that mean nothing to AWS, and writes JSON documents in one form. */
export function suppressEquivalent(planned: CtyObject, { rules, prior, config }: Suppression): CtyObject {
  const normal = { ...planned, ...normalDocuments(planned, rules) };
  if (prior === null) return normal;
  const equivalent = equivalentTexts(normal, { rules, prior });
  const leftOut = (rules.keptWhenUnset ?? []).filter((name) => isAbsentBlock(config[name]));
  const unchanged = Object.keys(normal).filter((name) => meansNoChange(prior[name], normal[name]));
  return { ...normal, ...pick(prior, [...equivalent, ...leftOut, ...unchanged]) };
}

interface Suppression {
  readonly rules: PlanRules;
  readonly prior: CtyObject | null;
  readonly config: CtyObject;
}

function normalDocuments(planned: CtyObject, { documents = {} }: PlanRules): CtyObject {
  const texts = Object.keys(documents).flatMap((name) => {
    const text = planned[name];
    return typeof text === 'string' ? [[name, normalizeJson(text)]] : [];
  });
  return Object.fromEntries(texts) as CtyObject;
}

function equivalentTexts(
  planned: CtyObject,
  { rules, prior }: { readonly rules: PlanRules; readonly prior: CtyObject },
): readonly string[] {
  const equivalences = Object.entries({ ...rules.suppressed, ...rules.documents });
  return equivalences.flatMap(([name, isSame]) => {
    const before = prior[name];
    const after = planned[name];
    return typeof before === 'string' && typeof after === 'string' && isSame(before, after) ? [name] : [];
  });
}

function isAbsentBlock(value: CtyValue | undefined): boolean {
  return isUnset(value) || (isList(value) && value.length === 0);
}

function pick(state: CtyObject, names: readonly string[]): CtyObject {
  return Object.fromEntries(names.map((name) => [name, state[name] ?? null]));
}
