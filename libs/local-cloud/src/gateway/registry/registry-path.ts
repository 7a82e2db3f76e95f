import type { RepositoryId } from '../repository-id.ts';

/** Path of something in the CNCF registry, which names its repositories `<account>/<region>/<name>`. */
export function registryPath({ account, region, name }: RepositoryId, rest: string): string {
  return `/v2/${account}/${region}/${name}/${rest}`;
}
