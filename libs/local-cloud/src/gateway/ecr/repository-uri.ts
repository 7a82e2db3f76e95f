import type { RepositoryId } from '../repository-id.ts';

/** How an image of a repository is named here: `127.0.0.1:<port>/<account>/<region>/<name>`. */
export function repositoryUri(port: number, { account, region, name }: RepositoryId): string {
  return `127.0.0.1:${port}/${account}/${region}/${name}`;
}
