/** Who a repository policy is about: an IAM principal by its ARN. Made by `iamRole`. */
export interface Principal {
  readonly arn: string;
}

/**
 * An IAM role.
 * @param account 12 digits
 * @param name name of the role, with its path where it has one, such as `service-role/build`
 */
export function iamRole(account: string, name: string): Principal {
  return { arn: `arn:aws:iam::${account}:role/${name}` };
}
