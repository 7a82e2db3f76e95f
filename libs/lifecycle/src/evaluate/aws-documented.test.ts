import { describe, expect, it } from '@jest/globals';
import type { PolicyDocument, RuleBody } from '../model/policy-document.ts';
import { image, letterOf, NOW } from '../testing/images.ts';
import { evaluate } from './evaluate.ts';
import type { InventoryImage } from './inventory-image.ts';

function policy(...bodies: readonly RuleBody[]): PolicyDocument {
  return { rules: bodies.map((body, index) => ({ rulePriority: index + 1, ...body })) };
}
const keepOne = (...tagPatternList: [string, ...string[]]): RuleBody => ({
  selection: { tagStatus: 'tagged', tagPatternList, countType: 'imageCountMoreThan', countNumber: 1 },
  action: { type: 'expire' },
});
const anyKeepOne: RuleBody = {
  selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 1 },
  action: { type: 'expire' },
};

/** What is acted on, as `a expired by 1`. */
function outcome(document: PolicyDocument, images: readonly InventoryImage[]): string[] {
  return evaluate(document, images, NOW)
    .filter(({ outcome }) => outcome !== 'kept')
    .map((verdict) => `${letterOf(verdict.image)} ${verdict.outcome} by ${verdict.rulePriority ?? 'none'}`);
}

const releases = [image('a', 10, ['beta-1', 'prod-1']), image('b', 9, ['beta-2', 'prod-2']), image('c', 8, ['beta-3'])];

/** Repositories, policies and outcomes of the ECR user guide, "Examples of lifecycle policies". */
describe('the examples of AWS', () => {
  it('multiple rules, A: what the first rule identifies and keeps, the second may not touch', () => {
    expect(outcome(policy(keepOne('prod*'), keepOne('beta*')), releases)).toEqual(['a expired by 1']);
  });

  it('multiple rules, B: the other order expires two', () => {
    expect(outcome(policy(keepOne('beta*'), keepOne('prod*')), releases)).toEqual(['a expired by 1', 'b expired by 1']);
  });

  it('multiple tags in one rule, A: an image must match all of them', () => {
    const document = policy({
      selection: {
        tagStatus: 'tagged',
        tagPatternList: ['alpha*', 'beta*'],
        countType: 'sinceImagePushed',
        countNumber: 5,
        countUnit: 'days',
      },
      action: { type: 'expire' },
    });
    const images = [
      image('a', 12, ['alpha-1']),
      image('b', 11, ['beta-1']),
      image('c', 10, ['alpha-2', 'beta-2']),
      image('d', 4, ['alpha-3']),
      image('e', 3, ['beta-3']),
      image('f', 2, ['alpha-4', 'beta-4']),
    ];
    expect(outcome(document, images)).toEqual(['c expired by 1']);
  });

  it('multiple tags in one rule, B: further tags do not matter', () => {
    const images = [
      image('a', 10, ['alpha-1', 'beta-1', 'gamma-1']),
      image('b', 9, ['alpha-2', 'beta-2']),
      image('c', 8, ['alpha-3', 'beta-3', 'gamma-2']),
    ];
    expect(outcome(policy(keepOne('alpha*', 'beta*')), images)).toEqual(['a expired by 1', 'b expired by 1']);
  });

  it('all images, A: keeps only the newest', () => {
    const images = [image('a', 4, ['alpha-1']), image('b', 3, ['beta-1']), image('c', 2), image('d', 1, ['alpha-2'])];
    expect(outcome(policy(anyKeepOne), images)).toEqual(['a expired by 1', 'b expired by 1', 'c expired by 1']);
  });

  it('all images, B: three kinds of rules in one policy', () => {
    const untaggedAfterOneDay: RuleBody = {
      selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 1 },
      action: { type: 'expire' },
    };
    // AWS gives D and E the same day; that D goes and E stays makes E the newer one.
    const images = [
      image('a', 4, ['alpha-1', 'beta-1']),
      image('b', 3),
      image('c', 2, ['alpha-2']),
      image('d', 1, ['git-hash']),
      image('e', 0.99),
    ];
    const document = policy(keepOne('alpha*'), untaggedAfterOneDay, anyKeepOne);
    expect(outcome(document, images)).toEqual(['a expired by 1', 'b expired by 2', 'd expired by 3']);
  });

  it('image age: expires what is older than 14 days, by the beginning of its tag', () => {
    const document = policy({
      selection: {
        tagStatus: 'tagged',
        tagPatternList: ['prod*'],
        countType: 'sinceImagePushed',
        countUnit: 'days',
        countNumber: 14,
      },
      action: { type: 'expire' },
    });
    const images = [
      image('a', 15, ['prod-1']),
      image('b', 14, ['prod-2']),
      image('c', 20, ['dev-prod']),
      image('d', 20),
    ];
    expect(outcome(document, images)).toEqual(['a expired by 1']);
  });

  it('image count: keeps one untagged image', () => {
    const document = policy({
      selection: { tagStatus: 'untagged', countType: 'imageCountMoreThan', countNumber: 1 },
      action: { type: 'expire' },
    });
    expect(outcome(document, [image('a', 3), image('b', 2), image('c', 9, ['v1'])])).toEqual(['a expired by 1']);
  });

  it('archive transition time: expires what has been archived for more than 365 days', () => {
    const document = policy({
      selection: {
        tagStatus: 'any',
        storageClass: 'archive',
        countType: 'sinceImageTransitioned',
        countUnit: 'days',
        countNumber: 365,
      },
      action: { type: 'expire' },
    });
    const archived = (letter: string, days: number) =>
      image(letter, 500, { tags: ['v1'], storageClass: 'archive', archivedAt: image('x', days).pushedAt });
    expect(outcome(document, [archived('a', 366), archived('b', 300), image('c', 500, ['v3'])])).toEqual([
      'a expired by 1',
    ]);
  });

  it('archive: what is older than 30 days, by the beginning of its tag', () => {
    const document = policy({
      selection: {
        tagStatus: 'tagged',
        tagPatternList: ['prod*'],
        countType: 'sinceImagePushed',
        countUnit: 'days',
        countNumber: 30,
      },
      action: { type: 'transition', targetStorageClass: 'archive' },
    });
    const images = [image('a', 31, ['prod-1']), image('b', 29, ['prod-2']), image('c', 60, ['v1'])];
    expect(outcome(document, images)).toEqual(['a archived by 1']);
  });

  it('archive: not pulled in 90 days, counted from the push where it was never pulled', () => {
    const document = policy({
      selection: { tagStatus: 'any', countType: 'sinceImagePulled', countUnit: 'days', countNumber: 90 },
      action: { type: 'transition', targetStorageClass: 'archive' },
    });
    const images = [
      image('a', 200, { tags: ['v1'], lastPulledAt: image('x', 100).pushedAt }),
      image('b', 200, { tags: ['v2'], lastPulledAt: image('x', 80).pushedAt }),
      image('c', 91),
    ];
    expect(outcome(document, images)).toEqual(['a archived by 1', 'c archived by 1']);
  });

  it('archive and expire combined: "any" stands once for each storage class', () => {
    const document = policy(
      {
        selection: { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 30 },
        action: { type: 'transition', targetStorageClass: 'archive' },
      },
      {
        selection: {
          tagStatus: 'any',
          storageClass: 'archive',
          countType: 'sinceImageTransitioned',
          countUnit: 'days',
          countNumber: 365,
        },
        action: { type: 'expire' },
      },
    );
    const archived = (letter: string, days: number) =>
      image(letter, 500, { storageClass: 'archive', archivedAt: image('x', days).pushedAt });
    const images = [image('a', 31), image('b', 30), archived('c', 366), archived('d', 300)];
    expect(outcome(document, images)).toEqual(['a archived by 1', 'c expired by 2']);
  });
});
