import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PolicyDocument, RuleDocument } from '../model/policy-document.ts';
import { inventories, policies } from '../testing/arbitrary-inventory.ts';
import { NOW } from '../testing/images.ts';
import { evaluate } from './evaluate.ts';
import type { InventoryImage } from './inventory-image.ts';

const DAY = 86_400_000;

/** Digest to what is done with it and by which rule. */
function acts(policy: PolicyDocument, images: readonly InventoryImage[], now = NOW): Map<string, string> {
  const acting = evaluate(policy, images, now).filter(({ outcome }) => outcome !== 'kept');
  return new Map(acting.map(({ image, outcome, rulePriority }) => [image.digest, `${outcome} ${rulePriority ?? 0}`]));
}

/** The algorithm that gives AWS's results for all of its examples, written down without a thought for speed. */
function naive({ rules }: PolicyDocument, images: readonly InventoryImage[]): Map<string, string> {
  const seen = new Set<string>();
  const acted = new Map<string, string>();
  for (const rule of [...rules].sort((a, b) => a.rulePriority - b.rulePriority)) {
    const identified = images.filter((image) => identifies(rule, image));
    for (const image of candidates(rule, identified)) {
      if (seen.has(image.digest)) continue;
      acted.set(image.digest, `${rule.action.type === 'expire' ? 'expired' : 'archived'} ${rule.rulePriority}`);
    }
    for (const { digest } of identified) seen.add(digest);
  }
  return acted;
}

function identifies({ selection }: RuleDocument, image: InventoryImage): boolean {
  if ((image.storageClass ?? 'standard') !== (selection.storageClass ?? 'standard')) return false;
  if (selection.tagStatus !== 'tagged') return selection.tagStatus === 'any' || image.tags.length === 0;
  const { tagPrefixList = [], tagPatternList = [] } = selection;
  return [
    ...tagPrefixList.map((prefix) => (tag: string) => tag.startsWith(prefix)),
    ...tagPatternList.map((pattern) => (tag: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(tag)),
  ].every((matches) => image.tags.some(matches));
}

function candidates({ selection }: RuleDocument, identified: readonly InventoryImage[]): readonly InventoryImage[] {
  const older = (since: (image: InventoryImage) => Date) =>
    identified.filter((image) => NOW.getTime() - since(image).getTime() > selection.countNumber * DAY);
  switch (selection.countType) {
    case 'imageCountMoreThan':
      return [...identified]
        .sort((a, b) => cameAt(b) - cameAt(a) || (a.digest < b.digest ? -1 : 1))
        .slice(selection.countNumber);
    case 'sinceImagePushed':
      return older(({ pushedAt }) => pushedAt);
    case 'sinceImagePulled':
      return older(usedAt);
    default:
      return older(({ archivedAt, pushedAt }) => archivedAt ?? pushedAt);
  }
}

function cameAt({ pushedAt, restoredAt }: InventoryImage): number {
  return (restoredAt ?? pushedAt).getTime();
}

function usedAt({ pushedAt, lastPulledAt, restoredAt }: InventoryImage): Date {
  if (restoredAt !== undefined && (lastPulledAt === undefined || lastPulledAt < restoredAt)) return restoredAt;
  return lastPulledAt ?? pushedAt;
}

describe('evaluate, for any policy and inventory,', () => {
  it('agrees with the algorithm as it is written down', () => {
    fc.assert(
      fc.property(policies, inventories, (policy, images) => {
        expect(acts(policy, images)).toEqual(naive(policy, images));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the images, nor on that of the rules in the text', () => {
    fc.assert(
      fc.property(policies, inventories, fc.infiniteStream(fc.double({ noNaN: true })), (policy, images, random) => {
        const shuffled = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, key: random.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        expect(acts({ rules: shuffled(policy.rules) }, shuffled(images))).toEqual(acts(policy, images));
      }),
    );
  });

  it('never acts on what a rule of higher priority identifies', () => {
    fc.assert(
      fc.property(policies, inventories, (policy, images) => {
        for (const { image, outcome, rulePriority = Infinity } of evaluate(policy, images, NOW)) {
          const first = policy.rules.find((rule) => identifies(rule, image));
          if (outcome !== 'kept') expect(rulePriority).toBe(first?.rulePriority);
        }
      }),
    );
  });

  it('keeps at least as much when a rule keeps more', () => {
    fc.assert(
      fc.property(policies, inventories, fc.nat(), (policy, images, which) => {
        const at = which % Math.max(policy.rules.length, 1);
        const more = policy.rules.map((rule, index) => (index === at ? keepingMore(rule) : rule));
        const before = acts(policy, images);
        for (const [digest, act] of acts({ rules: more }, images)) expect(before.get(digest)).toBe(act);
      }),
    );
  });

  it('acts on at least as much a day later, where all rules are about age', () => {
    fc.assert(
      fc.property(policies, inventories, fc.integer({ min: 0, max: 60 }), (policy, images, days) => {
        const ages = { rules: policy.rules.filter(({ selection }) => selection.countType !== 'imageCountMoreThan') };
        const later = acts(ages, images, new Date(NOW.getTime() + days * DAY));
        for (const [digest, act] of acts(ages, images)) expect(later.get(digest)).toBe(act);
      }),
    );
  });
});

function keepingMore(rule: RuleDocument): RuleDocument {
  const { selection } = rule;
  return { ...rule, selection: { ...selection, countNumber: selection.countNumber + 1 } } as RuleDocument;
}
