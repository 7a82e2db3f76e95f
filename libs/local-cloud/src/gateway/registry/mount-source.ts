import type { RepositoryId } from '../repository-id.ts';

/** What an upload asks to mount: a blob, from a repository by its path here. */
export interface MountSource {
  readonly digest: string;
  readonly from: string;
}

const digestForm = /^sha256:[0-9a-f]{64}$/;
const pathForm = /^(\d{12}\/[a-z0-9-]+)\/[a-z0-9._-]+(?:\/[a-z0-9._-]+)*$/;

/** Undefined when an upload asks for no mount, or for one from another registry: ECR mounts within one account and region only (user guide, blob mounting). */
export function mountSource(query: URLSearchParams, { account, region }: RepositoryId): MountSource | undefined {
  const digest = query.get('mount') ?? '';
  const from = query.get('from') ?? '';
  if (!digestForm.test(digest) || pathForm.exec(from)?.[1] !== `${account}/${region}`) return undefined;
  return { digest, from };
}
