import type { Finding } from '@slipway/findings';
import type { Outcome, RuleChange, StorageClass } from '@slipway/lifecycle';
import type { RepositoryPlace, StoragePrices } from '@slipway/ecr-inventory';
import type { Loss } from './losses.ts';

/** What the lifecycle policies of the specs do to the images that are there. Printed as it is by `--json`. */
export interface LifecyclePreview {
  readonly schemaVersion: 1;
  readonly report: 'lifecycle-preview';
  readonly environment: string;
  /** 12 digits. */
  readonly account: string;
  /** The moment that is "now", in ISO 8601. */
  readonly at: string;
  /** How far the preview looks ahead. */
  readonly days: number;
  readonly prices: Pick<StoragePrices, 'checkedOn' | 'source' | 'note'>;
  /** By region and name. */
  readonly repositories: readonly RepositoryPreview[];
  readonly totals: Totals;
}

export type RepositoryPreview = MissingRepository | PresentRepository;

interface RepositoryHead {
  readonly region: string;
  readonly repository: string;
  /** Where its images come from, and who makes it. Left out where it is no replica. */
  readonly replica?: NonNullable<RepositoryPlace['replica']>;
}

/** A repository that the specs have and the registry does not, yet. */
export interface MissingRepository extends RepositoryHead {
  readonly state: 'missing';
}

export interface PresentRepository extends RepositoryHead {
  readonly state: 'present';
  readonly stored: Amount;
  /** By rule, in the order of the policy: what happens now, then what happens later. */
  readonly effects: readonly RuleEffect[];
  readonly change: PolicyChange;
  /** How many images expire within the days, by what `--fail-on` can be told. */
  readonly losses: Readonly<Record<Loss, number>>;
  /** Why numbers may be wrong, in words. */
  readonly warnings: readonly string[];
  /** Every image, newest push first. Left out without `--details`. */
  readonly images?: readonly ImageFate[];
}

/** Some images. */
export interface Amount {
  readonly images: number;
  /** At most: layers that images share are counted for each of them, and stored once. */
  readonly bytes: number;
  /** US dollars for storage in a month; left out where the region's price is not known. */
  readonly dollarsPerMonth?: number;
}

export interface Totals {
  readonly stored: Amount;
  readonly expired: Amount;
  readonly archived: Amount;
}

/** What one rule does now, or later within the days. */
export interface RuleEffect extends Amount {
  readonly rule: RuleName;
  readonly action: 'expire' | 'archive';
  readonly when: 'now' | 'later';
}

export interface RuleName {
  readonly priority: number;
  readonly description: string;
}

/** What becomes of one image. */
export interface ImageFate {
  readonly digest: string;
  readonly tags: readonly string[];
  /** ISO 8601. */
  readonly pushedAt: string;
  /** Whole days since the push. */
  readonly ageDays: number;
  /** As ECR reports it; for an index, of its largest image. */
  readonly bytes?: number;
  readonly storageClass: StorageClass;
  /** The last that becomes of it within the days: what is archived may expire later. */
  readonly fate: Outcome;
  /** In how many days; 0 is now, and ECR takes up to 24 hours from then. Left out for images that are kept. */
  readonly inDays?: number;
  /** The rule that decides, if one does. */
  readonly rule?: RuleName;
  /** Why, in words. */
  readonly because: string;
  /** What AWS leaves open about it, in words. Left out where nothing is. */
  readonly uncertain?: string;
}

/** What differs from the lifecycle policy in force. */
export interface PolicyChange {
  /** `same`: its rules mean what those of the specs mean. `unreadable`: it is not understood, so nothing was compared. */
  readonly inForce: 'none' | 'same' | 'different' | 'unreadable';
  /** What is wrong with a policy in force that is `unreadable`. */
  readonly problems?: readonly Finding[];
  /** What a deployment changes in the rules. */
  readonly rules: readonly RuleChange[];
  /** Images that the specs expire within the days and the policy in force keeps. */
  readonly newlyExpired: readonly ImageName[];
  /** Images that the policy in force expires within the days and the specs keep. */
  readonly newlyKept: readonly ImageName[];
}

export interface ImageName {
  readonly digest: string;
  readonly tags: readonly string[];
}
