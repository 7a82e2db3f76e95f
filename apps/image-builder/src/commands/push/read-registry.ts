import { formatFindings } from '@slipway/findings';
import { parseImageRecord } from '@slipway/images';
import type { Digest, Tag } from '@slipway/images';
import type { RepositoryPlace } from '../../ecr/repository-directory.ts';
import type { Progress } from '@slipway/cli';
import type { RecordStore } from '../../records/record-store.ts';
import type { ImageRegistry, RemoteImage } from '../../registry/image-registry.ts';

/** What the registry holds under each of these tags. */
export async function readTags(registry: ImageRegistry, tags: readonly Tag[]): Promise<Map<string, RemoteImage>> {
  const there = new Map<string, RemoteImage>();
  for (const { name } of tags) {
    const image = await registry.find(name);
    if (image !== undefined) there.set(name, image);
  }
  return there;
}

export interface RecordLookup {
  readonly store: RecordStore;
  readonly name: string;
  readonly place: RepositoryPlace;
  readonly progress: Progress;
}

/** The digest of the last push to the same repository, from its record. A broken record is shown and not used. */
export async function recordedDigest({ store, name, place, progress }: RecordLookup): Promise<Digest | undefined> {
  const text = await store.read(name);
  if (text === undefined) return undefined;
  const { record, findings } = parseImageRecord(text);
  if (findings !== undefined) progress.warn(`the record '${name}' is not used:\n${formatFindings(findings)}`);
  return record?.pushed?.uri === place.uri ? record.pushed.digest : undefined;
}
