/** ARN of a role. @param name with its path where it has one, such as `service-role/build` */
export function roleArn(account: string, name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}

/** ARN that stands for an account: in a policy it means everyone whom the account's own identity policies let in. */
export function accountArn(account: string): string {
  return `arn:aws:iam::${account}:root`;
}
