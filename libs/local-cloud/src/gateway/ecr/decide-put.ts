import { isImmutable } from './is-immutable.ts';
import type { TagMutability } from './tag-mutability.ts';

export interface PutQuestion {
  readonly digest: string;
  /** Absent for a push by digest. */
  readonly tag?: string | undefined;
  /** Digest of the image that has the tag now. */
  readonly tagged?: string | undefined;
  /** Whether the repository holds the image already. */
  readonly known: boolean;
  readonly repository: TagMutability;
}

/** `there`: nothing would change; `refused`: the tag is immutable and another image has it. */
export type PutDecision = 'store' | 'there' | 'refused';

/** What ECR does with an image that is put under a tag or by its digest alone. */
export function decidePut({ digest, tag, tagged, known, repository }: PutQuestion): PutDecision {
  if (tag === undefined) return known ? 'there' : 'store';
  if (tagged === undefined) return 'store';
  if (tagged === digest) return 'there';
  return isImmutable(tag, repository) ? 'refused' : 'store';
}
