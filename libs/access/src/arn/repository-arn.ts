/** Where a repository is. */
export interface RepositoryAddress {
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

/** ARN of a private repository. */
export function repositoryArn({ account, region, name }: RepositoryAddress): string {
  return `arn:aws:ecr:${region}:${account}:repository/${name}`;
}
