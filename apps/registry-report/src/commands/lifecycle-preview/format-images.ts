import prettyBytes from 'pretty-bytes';
import type { Block, Cell } from '@slipway/cli';
import type { ImageFate, PresentRepository } from './lifecycle-preview.ts';
import { shortDigest, shownTags } from './shown-tags.ts';

/** Every image of a repository; nothing where details were not asked for. */
export function formatImages({ region, repository, images }: PresentRepository): Block[] {
  if (images === undefined) return [];
  const heading: Block = { kind: 'heading', text: `Images of ${region} ${repository}` };
  if (images.length === 0) return [heading, { kind: 'paragraph', text: 'There are none.' }];
  const head = ['digest', 'tags', 'age in days', 'size', 'fate', 'rule', 'because'];
  return [heading, { kind: 'table', head, rows: images.map(imageRow), numbers: [2, 3, 5] }];
}

function imageRow(image: ImageFate): Cell[] {
  const { digest, tags, ageDays, bytes, inDays = 0, rule, because } = image;
  return [
    { code: shortDigest(digest) },
    tags.length === 0 ? 'untagged' : shownTags({ digest, tags }).map((tag) => ({ code: tag })),
    String(ageDays),
    bytes === undefined ? 'not known' : prettyBytes(bytes, { binary: true }),
    fateOf(image),
    rule === undefined ? '' : String(rule.priority),
    { code: inDays === 0 ? because : `by then ${because}` },
  ];
}

function fateOf({ fate, inDays, storageClass }: ImageFate): string {
  const now = fate === 'kept' && storageClass === 'archive' ? 'kept in the archive' : fate;
  if (inDays === undefined) return now;
  return inDays === 0 ? `${now} now` : `${now} in ${inDays} ${inDays === 1 ? 'day' : 'days'}`;
}
