import type { Inventory, RepositoryPlace } from '@slipway/ecr-inventory';
import type { InventoryImage } from '@slipway/lifecycle';
import type { CleanupRules, ImageDecision, RepositoryPlan } from './cleanup-plan.ts';
import { followers, imageFamily, reached } from './image-family.ts';
import { protection } from './protection.ts';
import type { ImageUse } from '@slipway/images';
import { newestFirst, newestInLine } from './newest-in-line.ts';
import { shortDigest } from '../release/short-digest.ts';

const DAY = 86_400_000;

export interface CleanupFacts {
  readonly rules: CleanupRules;
  /** What images are needed for, from every source that was asked. */
  readonly uses: readonly ImageUse[];
  readonly now: Date;
}

/**
 * Which images of a repository go, and why. Needed, young and moving ones stay, with the lists that hold them and what they are
 * about; the newest of each line stay; whatever belongs to one that stays, stays with it. Untagged and superseded ones go.
 */
export function planRepository(
  place: Pick<RepositoryPlace, 'region' | 'name' | 'spec'>,
  { images, warnings }: Inventory,
  facts: CleanupFacts,
): RepositoryPlan {
  const reasons = reasonsToStay(place, { images, warnings }, facts);
  const ordered = [...images].sort(newestFirst);
  const decisions = ordered.map((image) => ({ image, reason: reasons.get(image.digest) }));
  return {
    region: place.region,
    repository: place.name,
    go: decisions
      .filter(({ reason }) => reason === undefined)
      .map(({ image }) => decision(image, whyItGoes(image, facts))),
    stay: decisions.flatMap(({ image, reason }) => (reason === undefined ? [] : [decision(image, reason)])),
    warnings,
  };
}

type Reasons = Map<string, string>;

function reasonsToStay(
  place: Pick<RepositoryPlace, 'name' | 'spec'>,
  { images, warnings }: Inventory,
  facts: CleanupFacts,
): Reasons {
  const family = imageFamily(images);
  const reasons: Reasons = new Map();
  const needed = neededFor(place, facts);
  for (const image of images) note(reasons, image.digest, needed(image));
  spread(reasons, family.parents, (of) => `holds or is the subject of ${shortDigest(of)}, which stays`);
  const chosen = keptByRules(images, { facts, warnings, isFollower: followers(images, family) });
  for (const image of images) note(reasons, image.digest, chosen(image));
  spread(reasons, family.children, (of) => `belongs to ${shortDigest(of)}, which stays`);
  return reasons;
}

/** Reasons that also keep what holds the image. */
function neededFor(
  { name, spec }: Pick<RepositoryPlace, 'name' | 'spec'>,
  { uses, now }: CleanupFacts,
): (image: InventoryImage) => string | undefined {
  const inUse = protection(uses, name);
  const moving = new Set(['latest', ...(spec.movingTags ?? [])]);
  return (image) => {
    const tag = image.tags.find((each) => moving.has(each));
    if (tag !== undefined) return inUse(image) ?? `has the moving tag '${tag}'`;
    return inUse(image) ?? (daysOld(image, now) < 1 ? 'younger than 1 day' : undefined);
  };
}

interface RuleContext {
  readonly facts: CleanupFacts;
  readonly warnings: readonly string[];
  /** Whether the image shares another one's fate. */
  readonly isFollower: (image: InventoryImage) => boolean;
}

function keptByRules(
  images: readonly InventoryImage[],
  { facts: { rules, now }, warnings, isFollower }: RuleContext,
): (image: InventoryImage) => string | undefined {
  const newest = newestInLine(
    images.filter((image) => !isFollower(image)),
    rules.keep,
  );
  return (image) => {
    if (image.tags.length === 0 && warnings.length > 0) {
      return 'may belong to an image whose manifest could not be read';
    }
    if (isFollower(image)) return undefined;
    if (daysOld(image, now) < rules.olderThanDays) return `younger than ${rules.olderThanDays} days`;
    return newest.get(image.digest);
  };
}

function spread(reasons: Reasons, ties: ReadonlyMap<string, readonly string[]>, words: (of: string) => string): void {
  for (const [digest, of] of reached([...reasons.keys()], ties)) note(reasons, digest, words(of));
}

function note(reasons: Reasons, digest: string, reason: string | undefined): void {
  if (reason !== undefined && !reasons.has(digest)) reasons.set(digest, reason);
}

function whyItGoes(image: InventoryImage, { rules, now }: CleanupFacts): string {
  const age = `pushed ${Math.floor(daysOld(image, now))} days ago`;
  if (image.tags.length === 0) return `untagged, ${age}`;
  return `superseded: not among the ${rules.keep} newest of its line, ${age}`;
}

function decision(image: InventoryImage, because: string): ImageDecision {
  return {
    digest: image.digest,
    tags: [...image.tags].sort(),
    pushedAt: image.pushedAt.toISOString(),
    ...(image.sizeBytes === undefined ? {} : { bytes: image.sizeBytes }),
    because,
  };
}

function daysOld({ pushedAt }: InventoryImage, now: Date): number {
  return (now.getTime() - pushedAt.getTime()) / DAY;
}
