import fc from 'fast-check';
import { archiveAfterDays, archiveAllButNewest, archiveUnpulledAfterDays } from '../model/archival-rules.ts';
import { expireAfterDays, expireArchivedAfterDays, keepNewest } from '../model/expiry-rules.ts';
import type { LifecycleRule } from '../model/rule.ts';
import {
  anyImage,
  tagged,
  taggedLike,
  taggedLikeAll,
  taggedWithAll,
  untagged,
  type Selection,
} from '../model/selection.ts';

type Make = (amount: number, selection: Selection, description?: string) => LifecycleRule;

interface RuleSeed {
  readonly make: Make;
  readonly amount: number;
  readonly description: string | undefined;
}

const STANDARD: readonly Make[] = [
  keepNewest,
  expireAfterDays,
  archiveAllButNewest,
  archiveAfterDays,
  archiveUnpulledAfterDays,
];

const standardSeed = seeds(fc.constantFrom(...STANDARD), 1);
const archiveSeed = seeds(fc.constant<Make>(expireArchivedAfterDays), 90);

function seeds(make: fc.Arbitrary<Make>, least: number): fc.Arbitrary<RuleSeed> {
  const description = fc.option(fc.string({ maxLength: 40, unit: 'grapheme' }), { nil: undefined });
  return fc.record({ make, amount: fc.integer({ min: least, max: 1000 }), description });
}

function ruleOf({ make, amount, description }: RuleSeed, selection: Selection): LifecycleRule {
  return make(amount, selection, description);
}

/** Two words for each rule, and none of them twice: no two rules have the same selection. */
const selections: fc.Arbitrary<readonly Selection[]> = fc
  .uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,7}$/), { maxLength: 12 })
  .chain((words) =>
    fc.tuple(
      ...Array.from({ length: Math.floor(words.length / 2) }, (_, index) =>
        selection(words[2 * index] ?? '', words[2 * index + 1] ?? ''),
      ),
    ),
  );

function selection(one: string, other: string): fc.Arbitrary<Selection> {
  return fc.constantFrom(
    tagged(one),
    tagged(one, other),
    taggedLike(one),
    taggedLike(`${one}*`, `*${other}`),
    taggedWithAll(one, other),
    taggedLikeAll(`*${one}*`, `${other}*`),
  );
}

/** About tags in any order, then about what has none, then about any. */
function ofClass(seed: fc.Arbitrary<RuleSeed>): fc.Arbitrary<readonly LifecycleRule[]> {
  const last = fc.subarray([untagged(), anyImage()]);
  return fc
    .tuple(selections, last)
    .chain(([tags, rest]) =>
      fc.tuple(...[...tags, ...rest].map((selection) => seed.map((one) => ruleOf(one, selection)))),
    );
}

/** Rules that ECR takes together, at least one, of every kind that there is. */
export const validRules: fc.Arbitrary<readonly LifecycleRule[]> = fc
  .tuple(ofClass(standardSeed), ofClass(archiveSeed))
  .map(([standard, archive]) => [...standard, ...archive])
  .filter((rules) => rules.length > 0);
