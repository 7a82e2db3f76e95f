import type { LocalFinding } from '@slipway/findings';
import { rejectionsAmong } from '../lint/lint-policy.ts';
import { priorities } from '../lint/rejections/priorities.ts';
import type { RuleDocument } from '../model/policy-document.ts';
import { isObject } from './json-object.ts';
import { ruleProblems } from './rule-problems.ts';

/**
 * What keeps values from being the rules of a policy. A rule that is not of the right form does not hide what is wrong with the others,
 * nor that its priority is another one's.
 * @returns nothing where all are of the right form, however wrong they are otherwise: that is for lint
 */
export function rulesProblems(rules: readonly unknown[]): LocalFinding[] {
  const labels = labelsOf(rules);
  const shapes = rules.map((rule, index) => ruleProblems(labels[index] ?? '', rule));
  if (shapes.every((problems) => problems.length === 0)) return [];
  // Every key and type of these was looked at: what is left has the type.
  const whole = rules.filter((_, index) => shapes[index]?.length === 0) as RuleDocument[];
  return [...shapes.flat(), ...priorities({ rules: rules.filter(isNumbered) }), ...rejectionsAmong(whole)];
}

function isNumbered(rule: unknown): rule is { readonly rulePriority: number } {
  return isObject(rule) && typeof rule['rulePriority'] === 'number';
}

/** By its priority, as ECR and lint know it; by its place where the priority doesn't tell it from others. */
function labelsOf(rules: readonly unknown[]): string[] {
  const priorities = rules.map((rule) => (isNumbered(rule) ? rule.rulePriority : undefined));
  const uses = new Map<number | undefined, number>();
  for (const priority of priorities) uses.set(priority, (uses.get(priority) ?? 0) + 1);
  return priorities.map((priority, index) => {
    return priority === undefined || uses.get(priority) !== 1 ? `rule at ${index + 1}` : `rule ${priority}`;
  });
}
