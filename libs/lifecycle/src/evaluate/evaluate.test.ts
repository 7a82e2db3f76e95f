import { describe, expect, it } from '@jest/globals';
import { archiveUnpulledAfterDays } from '../model/archival-rules.ts';
import { expireAfterDays, expireArchivedAfterDays, keepNewest } from '../model/expiry-rules.ts';
import { anyImage, tagged, untagged } from '../model/selection.ts';
import { toDocument } from '../render/render-policy.ts';
import { daysAgo, image, letterOf, NOW } from '../testing/images.ts';
import { evaluate, evaluator } from './evaluate.ts';

describe('evaluate', () => {
  it('gives one verdict for each image in the order given, each with its rule and its reason', () => {
    const policy = toDocument([
      keepNewest(1, tagged('v')),
      expireAfterDays(30, tagged('exp-')),
      expireAfterDays(1, untagged()),
    ]);
    const images = [image('a', 31, ['exp-1']), image('b', 2, ['v1']), image('c', 1, ['v2']), image('d', 5, ['main'])];
    expect(evaluate(policy, images, NOW)).toEqual([
      {
        image: images[0],
        outcome: 'expired',
        rulePriority: 2,
        reason: 'pushed 31 days ago, more than 30',
        dueAt: daysAgo(1),
      },
      { image: images[1], outcome: 'expired', rulePriority: 1, reason: '2nd newest of tagged v*, the policy keeps 1' },
      { image: images[2], outcome: 'kept', rulePriority: 1, reason: '1st newest of tagged v*, the policy keeps 1' },
      { image: images[3], outcome: 'kept', rulePriority: undefined, reason: 'no rule is about it' },
    ]);
  });

  it('orders images of the same push time by their digest, so that the answer is always the same', () => {
    const policy = toDocument([keepNewest(1, anyImage())]);
    for (const images of [
      [image('a', 1), image('b', 1)],
      [image('b', 1), image('a', 1)],
    ]) {
      const expired = evaluate(policy, images, NOW).filter(({ outcome }) => outcome === 'expired');
      expect(expired.map(({ image }) => letterOf(image))).toEqual(['b']);
    }
  });

  it('orders a restored image by its restore, and says where its age is left open', () => {
    const restored = image('a', 100, { tags: ['v1'], restoredAt: daysAgo(1) });
    const newest = toDocument([keepNewest(1, tagged('v'))]);
    expect(evaluate(newest, [restored, image('b', 50, ['v2'])], NOW)[0]).toMatchObject({ outcome: 'kept' });
    const [verdict] = evaluate(toDocument([expireAfterDays(30, tagged('v'))]), [restored], NOW);
    expect(verdict).toMatchObject({ outcome: 'expired', uncertain: expect.stringContaining('restored') });
  });

  it('counts a restored image as used when it was restored', () => {
    const policy = toDocument([archiveUnpulledAfterDays(30, anyImage())]);
    const restored = image('a', 100, { lastPulledAt: daysAgo(90), restoredAt: daysAgo(10) });
    expect(evaluate(policy, [restored], NOW)[0]).toMatchObject({
      outcome: 'kept',
      reason: expect.stringContaining('restored 10 days ago'),
    });
  });

  it.each([
    [31, 'pushed 31 days ago, more than 30'],
    [30.02, 'pushed 30.1 days ago, more than 30'],
    [30, 'pushed 30 days ago, kept until it is more than 30'],
    [1.5, 'pushed 1 day ago, kept until it is more than 30'],
    [-1, 'pushed 0 days ago, kept until it is more than 30'],
  ])('says of an image of %s days: %s', (days, reason) => {
    const policy = toDocument([expireAfterDays(30, anyImage())]);
    expect(evaluate(policy, [image('a', days)], NOW)).toMatchObject([{ reason }]);
  });

  it('has no date where a limit is beyond all dates', () => {
    const policy = toDocument([expireAfterDays(Number.MAX_SAFE_INTEGER, anyImage())]);
    const [verdict] = evaluate(policy, [image('a', 1)], NOW);
    expect(verdict?.outcome).toBe('kept');
    expect(verdict).not.toHaveProperty('dueAt');
  });

  it('is uncertain about an archived image of which nobody knows since when', () => {
    const policy = toDocument([expireArchivedAfterDays(90, anyImage())]);
    const archived = image('a', 100, { storageClass: 'archive' });
    expect(evaluate(policy, [archived], NOW)).toMatchObject([
      { outcome: 'expired', uncertain: expect.stringContaining('not known') },
    ]);
    const [known] = evaluate(policy, [{ ...archived, archivedAt: daysAgo(91) }], NOW);
    expect(known).toMatchObject({ outcome: 'expired', reason: 'archived 91 days ago, more than 90' });
    expect(known).not.toHaveProperty('uncertain');
  });

  it('does not act on archived images by rules about standard storage', () => {
    const policy = toDocument([expireAfterDays(1, anyImage())]);
    const [verdict] = evaluate(policy, [image('a', 400, { storageClass: 'archive' })], NOW);
    expect(verdict).toMatchObject({ outcome: 'kept', rulePriority: undefined });
  });

  it('keeps everything where there is no rule', () => {
    expect(evaluate({ rules: [] }, [image('a', 9999)], NOW)).toMatchObject([{ outcome: 'kept' }]);
  });
});

describe('images of a manifest list', () => {
  const children = [image('c', 9), image('d', 9)];
  const held = { children: children.map(({ digest }) => digest) };
  const list = image('b', 9, { tags: ['v1'], ...held });
  const policy = toDocument([keepNewest(1, tagged('v')), expireAfterDays(1, untagged())]);

  it('stay as long as their list stays, though a rule is about untagged images', () => {
    expect(evaluate(policy, [list, ...children], NOW).map(({ outcome }) => outcome)).toEqual(['kept', 'kept', 'kept']);
  });

  it('go after their list, as far as can be said', () => {
    const verdicts = evaluate(policy, [list, ...children, image('a', 1, ['v2'])], NOW);
    expect(verdicts[1]).toMatchObject({ outcome: 'expired', follows: list.digest, uncertain: expect.any(String) });
  });

  it('stay while one of their lists stays', () => {
    const newer = image('a', 1, { tags: ['v2'], ...held });
    expect(evaluate(policy, [list, ...children, newer], NOW).map(({ outcome }) => outcome)).toEqual([
      'expired',
      'kept',
      'kept',
      'kept',
    ]);
  });

  it('are not counted, unless it is asked for', () => {
    const newest = toDocument([keepNewest(2, anyImage())]);
    const images = [list, ...children, image('a', 10, ['v0'])];
    const expired = (verdicts: ReturnType<typeof evaluate>) =>
      verdicts.filter(({ outcome }) => outcome === 'expired').map(({ image }) => letterOf(image));
    expect(expired(evaluate(newest, images, NOW))).toEqual([]);
    expect(expired(evaluator({ children: 'rank' })(newest, images, NOW))).toEqual(['a']);
  });

  it('are images like others where their list is not there', () => {
    expect(evaluate(policy, children, NOW).map(({ outcome }) => outcome)).toEqual(['expired', 'expired']);
  });

  it('end the evaluation also where lists hold each other', () => {
    const [one, other] = [
      image('a', 9, { children: [image('b', 9).digest] }),
      image('b', 9, { children: [image('a', 9).digest] }),
    ];
    expect(evaluate(policy, [one, other], NOW)).toHaveLength(2);
  });
});

describe('signatures and SBOMs', () => {
  it('go with what they are about, and are not counted', () => {
    const policy = toDocument([keepNewest(1, anyImage())]);
    const [old, fresh] = [image('a', 9, ['v1']), image('b', 8, ['v2'])];
    const sbom = (letter: string, subject: string) => image(letter, 1, { subject });
    const verdicts = evaluate(policy, [old, fresh, sbom('c', old.digest), sbom('d', fresh.digest)], NOW);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['expired', 'kept', 'expired', 'kept']);
    expect(verdicts[2]).toMatchObject({ follows: old.digest, rulePriority: 1 });
  });
});

describe('what follows a follower', () => {
  const policy = toDocument([keepNewest(1, tagged('v')), expireAfterDays(1, untagged())]);
  const old = image('a', 9, ['v1']);
  const sbom = image('b', 9, { subject: old.digest });
  const signature = image('c', 9, { subject: sbom.digest });

  it.each([
    ['first', [signature, sbom, old]],
    ['last', [old, sbom, signature]],
  ])('has its fate, where it stands %s in the inventory', (_, images) => {
    const verdicts = evaluate(policy, [...images, image('d', 1, ['v2'])], NOW);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['expired', 'expired', 'expired', 'kept']);
  });

  it('goes with the outermost of lists in lists', () => {
    const platform = image('e', 9);
    const inner = image('f', 9, { children: [platform.digest] });
    const outer = image('a', 9, { tags: ['v1'], children: [inner.digest] });
    const verdicts = evaluate(policy, [platform, inner, outer, image('d', 1, ['v2'])], NOW);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['expired', 'expired', 'expired', 'kept']);
  });

  it('stays with a list that is about it, too', () => {
    const child = image('a', 2);
    const list = image('b', 1, { tags: ['v1'], children: [child.digest], subject: child.digest });
    expect(evaluate(policy, [child, list], NOW)).toMatchObject([
      { outcome: 'kept', follows: list.digest },
      { outcome: 'kept', rulePriority: 1 },
    ]);
  });

  it('is archived, not expired, where one of its lists is', () => {
    const archiving = toDocument([archiveUnpulledAfterDays(5, tagged('v')), expireAfterDays(5, tagged('dev-'))]);
    const child = image('e', 9);
    const lists = [
      image('a', 9, { tags: ['dev-1'], children: [child.digest] }),
      image('b', 9, { tags: ['v1'], children: [child.digest] }),
    ];
    expect(evaluate(archiving, [...lists, child], NOW)[2]).toMatchObject({ outcome: 'archived', rulePriority: 1 });
  });
});
