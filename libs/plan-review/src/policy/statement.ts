/** One statement of a policy, its lists as lists. */
export interface ReadStatement {
  readonly effect: 'Allow' | 'Deny';
  /** Such as `AWS arn:aws:iam::111122223333:role/ci`, `AWS *` or `Service lambda.amazonaws.com`. Empty in policies of identities. */
  readonly principals: readonly string[];
  /** `NotPrincipal`: everyone but the principals. */
  readonly allButPrincipals: boolean;
  readonly actions: readonly string[];
  /** `NotAction`: everything but the actions. */
  readonly allButActions: boolean;
  readonly resources: readonly string[];
  /** `NotResource`: everything but the resources. */
  readonly allButResources: boolean;
  readonly conditions: readonly ReadCondition[];
}

export interface ReadCondition {
  /** Such as `StringEquals`. */
  readonly operator: string;
  /** Such as `aws:SourceAccount`. */
  readonly key: string;
  readonly values: readonly string[];
}
