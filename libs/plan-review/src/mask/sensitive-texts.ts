import { childOf } from '../change/read-value.ts';
import type { Plan, Side } from '../plan/plan.ts';

/** Shorter texts stand in too many words to be taken out of all of them. */
const LEAST_CHARACTERS = 6;
const DEEPEST = 40;

/**
 * Texts that a plan marks as sensitive anywhere. Providers copy them to where Terraform does not mark them, such as from `tags` to `tags_all`,
 * so they have to be masked wherever they stand.
 */
export function sensitiveTexts({ changes, drift, outputs }: Plan): string[] {
  const sides = [...changes, ...drift, ...outputs].flatMap(({ before, after }) => [before, after]);
  const texts = new Set<string>();
  for (const side of sides) addMarked(side, texts, 0);
  return [...texts].sort((a, b) => b.length - a.length);
}

function addMarked({ values, sensitive }: Pick<Side, 'values' | 'sensitive'>, texts: Set<string>, depth: number): void {
  if (depth > DEEPEST || typeof sensitive === 'undefined' || sensitive === false) return;
  if (typeof values === 'string') {
    if (sensitive === true && values.length >= LEAST_CHARACTERS) texts.add(values);
    return;
  }
  if (typeof values !== 'object' || values === null) return;
  for (const key of Object.keys(values)) {
    const marks = sensitive === true ? true : childOf(sensitive, key);
    addMarked({ values: childOf(values, key), sensitive: marks }, texts, depth + 1);
  }
}
