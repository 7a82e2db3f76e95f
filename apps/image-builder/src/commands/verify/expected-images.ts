import { currentRelease } from '@slipway/images';
import type { ImageRecord, ReleaseEntry } from '@slipway/images';
import type { ExpectedImage } from './verify-report.ts';

export interface Sources {
  readonly entries: readonly ReleaseEntry[];
  /** The record of the last push to this repository, where there is one. */
  readonly record: ImageRecord | undefined;
  readonly movingTags: readonly string[];
}

/** The images that the registry should hold: the one that was released last, and the one that was pushed last from here. */
export function expectedImages({ entries, record, movingTags }: Sources): ExpectedImage[] {
  const entry = currentRelease(entries);
  return [
    ...(entry === undefined ? [] : [fromEntry(entry, movingTags)]),
    ...(record?.pushed === undefined ? [] : [fromRecord(record, record.pushed.digest)]),
  ];
}

function fromEntry(
  { action, sequence, digest, tags, commit }: ReleaseEntry,
  movingTags: readonly string[],
): ExpectedImage {
  return {
    digest,
    saidBy: `ledger: ${action} ${sequence}`,
    tags: tags.filter((tag) => !movingTags.includes(tag)),
    ...(commit === undefined ? {} : { commit }),
  };
}

/** The record's commit is not expected of the image: a later commit of the same inputs only adds a tag. */
function fromRecord({ tags, inputsHash }: ImageRecord, digest: ExpectedImage['digest']): ExpectedImage {
  const fixed = tags.filter(({ moving }) => !moving).map(({ name }) => name);
  return { digest, saidBy: 'record of the last push', tags: fixed, inputsHash };
}
