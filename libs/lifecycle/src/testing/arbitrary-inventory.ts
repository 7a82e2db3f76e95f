import fc from 'fast-check';
import type { InventoryImage } from '../evaluate/inventory-image.ts';
import type { PolicyDocument, RuleBody, TagDocument } from '../model/policy-document.ts';
import { daysAgo } from './images.ts';

const WORDS = ['v', 'v1', 'v12', 'dev', 'dev-a', 'prod', 'main'];
const tag = fc.constantFrom(...WORDS, 'v1-prod', 'dev-v1', 'x');

/** Images of random tags and ages, with different digests. Ages are whole hours, some of them equal. */
export const inventories: fc.Arbitrary<readonly InventoryImage[]> = fc
  .array(
    fc.record({
      tags: fc.uniqueArray(tag, { maxLength: 3 }),
      hours: fc.integer({ min: 0, max: 2400 }),
      pulled: fc.option(fc.integer({ min: 0, max: 2400 })),
      archived: fc.option(fc.integer({ min: 0, max: 4800 }), { freq: 4 }),
      restored: fc.option(fc.integer({ min: 0, max: 2400 }), { freq: 4 }),
    }),
    { maxLength: 25 },
  )
  .map((images) => images.map(imageOf));

interface ImageSeed {
  readonly tags: readonly string[];
  readonly hours: number;
  readonly pulled: number | null;
  readonly archived: number | null;
  readonly restored: number | null;
}

function imageOf({ tags, hours, pulled, archived, restored }: ImageSeed, index: number): InventoryImage {
  return {
    digest: `sha256:${index.toString(16).padStart(64, '0')}`,
    tags,
    pushedAt: daysAgo(hours / 24),
    ...(pulled === null ? {} : { lastPulledAt: daysAgo(Math.min(pulled, hours) / 24) }),
    ...(archived === null ? {} : { storageClass: 'archive', archivedAt: daysAgo(archived / 24) }),
    ...(restored === null ? {} : { restoredAt: daysAgo(Math.min(restored, hours) / 24) }),
  };
}

/** The same with manifest lists, lists of lists, signatures, and signatures of those. An image only names earlier ones, as digests do. */
export const tiedInventories: fc.Arbitrary<readonly InventoryImage[]> = fc
  .tuple(inventories, fc.array(fc.record({ held: fc.uniqueArray(fc.nat(24), { maxLength: 3 }), about: fc.nat(60) })))
  .map(([images, ties]) => images.map((image, index) => tied(image, images.slice(0, index), ties[index])));

interface TieSeed {
  readonly held: readonly number[];
  readonly about: number;
}

function tied(image: InventoryImage, earlier: readonly InventoryImage[], tie: TieSeed | undefined): InventoryImage {
  const children = (tie?.held ?? []).flatMap((index) => earlier[index]?.digest ?? []);
  const subject = earlier[tie?.about ?? earlier.length]?.digest;
  return { ...image, ...(children.length === 0 ? {} : { children }), ...(subject === undefined ? {} : { subject }) };
}

const entries = fc
  .uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 })
  .map((words) => words as [string, ...string[]]);
const patterns = fc
  .uniqueArray(fc.constantFrom('v*', '*1', 'dev-*', 'main', '*o*'), { minLength: 1, maxLength: 2 })
  .map((words) => words as [string, ...string[]]);

const tags: fc.Arbitrary<TagDocument> = fc.oneof(
  entries.map((tagPrefixList) => ({ tagStatus: 'tagged', tagPrefixList }) as const),
  patterns.map((tagPatternList) => ({ tagStatus: 'tagged', tagPatternList }) as const),
  fc.constantFrom({ tagStatus: 'untagged' } as const, { tagStatus: 'any' } as const),
);

const count = fc.integer({ min: 1, max: 8 });
const days = fc.integer({ min: 1, max: 100 });
const EXPIRE = { type: 'expire' } as const;
const ARCHIVE = { type: 'transition', targetStorageClass: 'archive' } as const;

const bodies: fc.Arbitrary<RuleBody> = fc.oneof(
  fc.record({ tags, countNumber: count }).map(({ tags, countNumber }) => ({
    selection: { ...tags, countType: 'imageCountMoreThan', countNumber } as const,
    action: EXPIRE,
  })),
  fc.record({ tags, countNumber: days }).map(({ tags, countNumber }) => ({
    selection: { ...tags, countType: 'sinceImagePushed', countUnit: 'days', countNumber } as const,
    action: EXPIRE,
  })),
  fc.record({ tags, countNumber: days }).map(({ tags, countNumber }) => ({
    selection: { ...tags, countType: 'sinceImagePulled', countUnit: 'days', countNumber } as const,
    action: ARCHIVE,
  })),
  fc.record({ tags, countNumber: fc.integer({ min: 90, max: 150 }) }).map(({ tags, countNumber }) => ({
    selection: {
      ...tags,
      storageClass: 'archive',
      countType: 'sinceImageTransitioned',
      countUnit: 'days',
      countNumber,
    } as const,
    action: EXPIRE,
  })),
);

/** Policies of random rules. ECR would reject some for what stands beside what; evaluation has a meaning for all. */
export const policies: fc.Arbitrary<PolicyDocument> = fc
  .array(bodies, { maxLength: 6 })
  .map((rules) => ({ rules: rules.map((rule, index) => ({ rulePriority: index + 1, ...rule })) }));
