import type { RepositoryRecord } from '../control-plane.ts';
import type { EcrCall } from './ecr-call.ts';
import { repositoryUri } from './repository-uri.ts';

/** The record with the URI under which its images are pushed and pulled here. */
export function withLocalUri(record: RepositoryRecord, { context, account, region }: EcrCall): RepositoryRecord {
  return { ...record, repositoryUri: repositoryUri(context.port, { account, region, name: record.repositoryName }) };
}
