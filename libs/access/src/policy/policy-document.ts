/** A JSON policy as IAM, ECR, KMS, S3 and SNS take it. Made by this library; `renderPolicyDocument` gives its one text. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  /** Only in policies of resources and in trust policies. */
  readonly Principal?: '*' | Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  /** Left out where the policy is attached to the one resource that it is about. */
  readonly Resource?: string | readonly string[];
  readonly Condition?: Conditions;
}

/** Operator, key, accepted values, such as `{ StringEquals: { 'aws:SourceAccount': '111122223333' } }`. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
