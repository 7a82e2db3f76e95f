import type { Block, Cell } from '@slipway/cli';
import prettyBytes from 'pretty-bytes';
import { shortDigest } from '../../release/short-digest.ts';
import type { PromotedImage, PromoteReport } from './promote-report.ts';

const HEAD = ['container', 'image', 'tags', 'result', 'copied', 'before', 'gates'];

/** The report for people. */
export function formatPromote({ from, to, dryRun, images }: PromoteReport): Block[] {
  const heading = `Promotion from ${from} to ${to}${dryRun ? ' (dry run: nothing was changed)' : ''}`;
  return [
    { kind: 'heading', text: heading },
    { kind: 'table', head: HEAD, rows: images.map(row) },
    ...next(images, to),
  ];
}

function row({ container, digest, tags, result, copied, previous, gates }: PromotedImage): Cell[] {
  return [
    container,
    { code: shortDigest(digest) },
    tags.map((tag) => ({ code: tag })),
    result,
    copied === undefined ? 'nothing' : prettyBytes(copied.bytesCopied),
    previous === undefined ? 'nothing' : { code: shortDigest(previous) },
    gates.map(({ gate, state, facts }) => `${gate}: ${state} (${facts})`),
  ];
}

function next(images: readonly PromotedImage[], to: string): Block[] {
  const promoted = images.filter(({ result }) => result === 'promoted');
  if (promoted.length === 0) return [];
  const items = promoted.map(({ container, digest }) => ({
    code: `image-builder deploy ${container} --env ${to} --digest ${digest}`,
  }));
  return [
    { kind: 'paragraph', text: 'Deploy it next:' },
    { kind: 'list', items },
  ];
}
