import type { ReplicationSpec } from '../spec/replication-spec.ts';

/** Whether a replication rule is about a repository. No prefixes means all repositories. */
export function replicates({ prefixes }: Pick<ReplicationSpec, 'prefixes'>, repositoryName: string): boolean {
  return prefixes === undefined || prefixes.some((prefix) => repositoryName.startsWith(prefix));
}
