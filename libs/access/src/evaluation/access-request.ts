import type { PolicyDocument, PolicyStatement } from '../policy/policy-document.ts';

/** Who asks. */
export type Caller = RoleCaller | ServiceCaller | WebIdentityCaller;

/** A session of an IAM role. */
export interface RoleCaller {
  readonly kind: 'role';
  /** 12 digits. */
  readonly account: string;
  /** With its path where it has one. */
  readonly name: string;
  /** Such as `o-a1b2c3d4e5`. @default the account is in no organisation */
  readonly organization?: string;
  /** Path of the account's unit, such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`. @default unknown */
  readonly organizationPath?: string;
}

/** An AWS service that asks under its own name. */
export interface ServiceCaller {
  readonly kind: 'service';
  /** Such as `lambda.amazonaws.com`. */
  readonly service: string;
}

/** The holder of a token of an OIDC provider. */
export interface WebIdentityCaller {
  readonly kind: 'web-identity';
  /** ARN of the provider. */
  readonly provider: string;
}

/** One call of an API. */
export interface AccessRequest {
  readonly caller: Caller;
  /** Such as `ecr:BatchGetImage`. */
  readonly action: string;
  /** ARN, or `*` for actions without a resource. */
  readonly resource: string;
  /** 12 digits. @default the account in the resource's ARN, else the caller's (buckets have no account in theirs) */
  readonly resourceAccount?: string;
  /** Keys of conditions, such as `{ 'aws:RequestedRegion': 'us-east-1' }`. What follows from the caller is added. @default none */
  readonly context?: RequestContext;
}

export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

/** The policies that AWS looks at for one call. */
export interface ApplicablePolicies {
  /** Policies of the caller. @default none */
  readonly identity?: readonly PolicyDocument[];
  /** Policy of the resource: of the repository, the key, the topic, the bucket, or the trust policy of the role. @default none */
  readonly resource?: PolicyDocument | undefined;
}

export interface Decision {
  readonly allowed: boolean;
  /** Why, in one sentence. */
  readonly because: string;
  /** The statement that decided. Left out where none did. */
  readonly statement?: PolicyStatement;
}
