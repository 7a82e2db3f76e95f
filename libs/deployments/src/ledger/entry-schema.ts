import { RELEASE_ENTRY_VERSION, isDigest, isTagName } from '@slipway/images';
import type { Digest, ReleaseEntry } from '@slipway/images';
import { z } from 'zod';

const digest = z.custom<Digest>(isDigest, 'not a sha256 digest');
const text = z.string().min(1);

/** Unknown fields are refused: this program writes none, so somebody else wrote them. */
const entrySchema = z.strictObject({
  schemaVersion: z.literal(RELEASE_ENTRY_VERSION),
  environment: text,
  container: text,
  sequence: z.int().min(1),
  action: z.enum(['publish', 'promote', 'rollback', 'deploy', 'test']),
  repository: text,
  digest,
  tags: z.array(z.custom<string>(isTagName, 'not a tag')),
  from: text.exactOptional(),
  previous: digest.exactOptional(),
  commit: text.exactOptional(),
  by: text,
  at: z.iso.datetime({ offset: true }),
  note: text.exactOptional(),
});

/** Which entry a text has to be: an entry under the number or the name of another was put there by hand. */
export type EntryName = Pick<ReleaseEntry, 'environment' | 'container' | 'sequence'>;

/**
 * The entry in a text.
 * @throws Error that names every wrong field
 */
export function parseEntry(json: string, name: EntryName): ReleaseEntry {
  const value: unknown = JSON.parse(json);
  const version = versionOf(value);
  if (version > RELEASE_ENTRY_VERSION)
    throw new Error(`it has the version ${version}, and this program reads ${RELEASE_ENTRY_VERSION}`);
  const read = entrySchema.safeParse(value);
  if (!read.success) throw new Error(z.prettifyError(read.error));
  const { environment, container, sequence } = read.data;
  const found = `${environment} ${container} ${sequence}`;
  const wanted = `${name.environment} ${name.container} ${name.sequence}`;
  if (found !== wanted) throw new Error(`it says that it is '${found}', and is in the place of '${wanted}'`);
  return read.data;
}

function versionOf(value: unknown): number {
  const { success, data } = z.looseObject({ schemaVersion: z.number() }).safeParse(value);
  return success ? data.schemaVersion : 0;
}
