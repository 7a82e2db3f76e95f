import { interrupted } from '@slipway/cli';
import { checkedContent } from './checked-content.ts';
import type { PlannedBlob } from './copy-plan.ts';
import type { CopyRequest } from './copy-request.ts';

/** How a blob came to be at the target. */
export type BlobOutcome = 'there' | 'mounted' | 'copied';

/** Makes the target hold a blob: mounted where possible, else streamed from the source. */
export async function copyBlob(blob: PlannedBlob, request: CopyRequest): Promise<BlobOutcome> {
  const { from, to, mountFrom, signal } = request;
  if (signal.aborted) throw interrupted();
  if (blob.there) return 'there';
  if (mountFrom !== undefined && (await to.mountBlob(blob.digest, mountFrom))) return 'mounted';
  await to.writeBlob(blob.digest, blob.size, () => checkedContent(from.readBlob(blob.digest), blob, signal));
  return 'copied';
}
