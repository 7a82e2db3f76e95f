import type { Block, Cell } from '@slipway/cli';
import type { ReleaseEntry } from '@slipway/images';
import { shortDigest } from '../../release/short-digest.ts';
import type { HistoryReport } from './run-history.ts';

const HEAD = ['#', 'when', 'what', 'image', 'tags', 'from', 'by', 'note'];

/** The report for people: the newest entry first. */
export function formatHistory({ container, environment, current, total, entries }: HistoryReport): Block[] {
  const heading: Block = { kind: 'heading', text: `Releases of ${container} in ${environment}` };
  if (total === 0) return [heading, { kind: 'paragraph', text: 'None yet.' }];
  const released = current === undefined ? 'Nothing is released yet.' : `Released now: ${current}`;
  return [
    heading,
    { kind: 'paragraph', text: `${released} (${entries.length} of ${total} entries)` },
    { kind: 'table', head: HEAD, rows: entries.map(row), numbers: [0] },
  ];
}

function row({ sequence, at, action, digest, tags, from, previous, by, note }: ReleaseEntry): Cell[] {
  const origin = [
    ...(from === undefined ? [] : [from]),
    ...(previous === undefined ? [] : [`after ${shortDigest(previous)}`]),
  ];
  return [
    String(sequence),
    at,
    action,
    { code: shortDigest(digest) },
    tags.map((tag) => ({ code: tag })),
    origin,
    { code: by },
    note ?? '',
  ];
}
