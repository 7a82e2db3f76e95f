/** A replication rule: images pushed after it exists are copied once, one hop; settings and policies are not copied by ECR. */
export interface ReplicationSpec {
  /** Destination region, other than the registry's own in the same account. */
  readonly region: string;
  /** Destination account, 12 digits. Its registry policy must let this one replicate. @default the environment's own */
  readonly account?: string;
  /** Only repositories whose name begins with one of these, 2 to 256 characters each. @default all repositories */
  readonly prefixes?: readonly [string, ...string[]];
}

/** Which other accounts may replicate into this registry (registry policy). */
export interface ReplicationSourceSpec {
  /** Source account, 12 digits. */
  readonly account: string;
  /** Only into repositories whose name begins with one of these. @default all repositories */
  readonly prefixes?: readonly [string, ...string[]];
}
