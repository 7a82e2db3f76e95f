/** A lifecycle policy as ECR stores it (PutLifecyclePolicy, `lifecyclePolicyText`). */
export interface PolicyDocument {
  readonly rules: readonly RuleDocument[];
}

export interface RuleDocument {
  /** 1 is evaluated first. Unique in the policy. */
  readonly rulePriority: number;
  readonly description: string;
  readonly selection: SelectionDocument;
  readonly action: { readonly type: 'expire' };
}

export type SelectionDocument = TagDocument & CountDocument;

type TagDocument =
  | { readonly tagStatus: 'tagged'; readonly tagPrefixList: readonly [string] }
  | { readonly tagStatus: 'tagged'; readonly tagPatternList: readonly [string] }
  | { readonly tagStatus: 'untagged' | 'any' };

type CountDocument =
  | { readonly countType: 'imageCountMoreThan'; readonly countNumber: number }
  | { readonly countType: 'sinceImagePushed'; readonly countUnit: 'days'; readonly countNumber: number };
