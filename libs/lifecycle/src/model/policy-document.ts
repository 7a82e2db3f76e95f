/** A lifecycle policy as ECR stores it (PutLifecyclePolicy, `lifecyclePolicyText`). */
export interface PolicyDocument {
  readonly rules: readonly RuleDocument[];
}

/** One rule as ECR stores it. */
export type RuleDocument = RuleHead & RuleBody;

interface RuleHead {
  /** A whole number from 1; the lowest is applied first. Unique in the policy, gaps allowed. */
  readonly rulePriority: number;
  readonly description?: string;
}

/** What a rule does, apart from its place and description. Each action goes with some count types only. */
export type RuleBody =
  | { readonly selection: TagDocument & (ImageCount | SincePush | SinceArchival); readonly action: ExpireAction }
  | { readonly selection: TagDocument & (ImageCount | SincePush | SincePull); readonly action: TransitionAction };

export type SelectionDocument = RuleBody['selection'];

/** The images that a rule identifies. Every entry of a list must match a tag of the image: AND. */
export type TagDocument =
  | {
      readonly tagStatus: 'tagged';
      readonly tagPrefixList: readonly [string, ...string[]];
      readonly tagPatternList?: never;
    }
  | {
      readonly tagStatus: 'tagged';
      readonly tagPatternList: readonly [string, ...string[]];
      readonly tagPrefixList?: never;
    }
  | { readonly tagStatus: 'untagged' | 'any'; readonly tagPrefixList?: never; readonly tagPatternList?: never };

export type StorageClass = 'standard' | 'archive';

interface ImageCount {
  readonly countType: 'imageCountMoreThan';
  readonly countNumber: number;
  readonly countUnit?: never;
  /** @default standard */
  readonly storageClass?: 'standard';
}

interface SincePush {
  readonly countType: 'sinceImagePushed';
  readonly countNumber: number;
  readonly countUnit: 'days';
  /** @default standard */
  readonly storageClass?: 'standard';
}

interface SincePull {
  readonly countType: 'sinceImagePulled';
  readonly countNumber: number;
  readonly countUnit: 'days';
  /** @default standard */
  readonly storageClass?: 'standard';
}

interface SinceArchival {
  readonly countType: 'sinceImageTransitioned';
  /** At least 90. */
  readonly countNumber: number;
  readonly countUnit: 'days';
  readonly storageClass: 'archive';
}

interface ExpireAction {
  readonly type: 'expire';
  readonly targetStorageClass?: never;
}

interface TransitionAction {
  readonly type: 'transition';
  readonly targetStorageClass: 'archive';
}
