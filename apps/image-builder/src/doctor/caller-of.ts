import type { RoleCaller } from '@slipway/access';

/**
 * The role behind the ARN of a caller; undefined for users, the root user and federated users.
 * STS leaves the path of a role out (IAM user guide, "IAM identifiers": assumed-role/name/session).
 */
export function callerOf(arn: string): RoleCaller | undefined {
  const [, account, name] = /^arn:[\w-]+:sts::(\d{12}):assumed-role\/([^/]+)\/.+$/.exec(arn) ?? [];
  return account === undefined || name === undefined ? undefined : { kind: 'role', account, name };
}
