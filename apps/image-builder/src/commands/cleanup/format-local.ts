import type { Block, Cell } from '@slipway/cli';
import prettyBytes from 'pretty-bytes';
import type { LocalImageDecision, LocalPlan } from '../../cleanup/local-plan.ts';
import type { LocalResult } from './run-local.ts';
import { shortDigest } from '../../release/short-digest.ts';

/** The local plan for people. */
export function formatLocalPlan({ go, stay, cacheUnusedForDays }: LocalPlan): Block[] {
  const rows = [...go.map((image) => row('goes', image)), ...stay.map((image) => row('stays', image))];
  const text =
    `${go.length} images go, ${stay.length} stay. Sizes count layers that images share in each of them. ` +
    `Build cache that nothing used for ${cacheUnusedForDays} ${cacheUnusedForDays === 1 ? 'day' : 'days'} goes, too.`;
  const table: Block = {
    kind: 'table',
    head: ['', 'container', 'image', 'names', 'made', 'size', 'because'],
    rows,
    numbers: [5],
  };
  const heading: Block = { kind: 'heading', text: 'Clean-up of the engine of this machine' };
  return [heading, { kind: 'paragraph', text }, ...(rows.length === 0 ? [] : [table])];
}

function row(fate: string, { title, id, names, createdAt, bytes, because }: LocalImageDecision): Cell[] {
  const short = { code: shortDigest(id) };
  return [fate, title, short, names.map((code) => ({ code })), createdAt.slice(0, 10), size(bytes), because];
}

/** What applying a local plan did, for people. */
export function formatLocalResult({ removed, gone, used, cacheBytes }: LocalResult): Block[] {
  const items = [
    `${removed.length} images removed, ${gone.length} gone before`,
    `${size(cacheBytes)} of build cache freed`,
    ...used.map((id) => `${id} kept: a container uses it, or an image is built on it`),
  ];
  return [
    { kind: 'heading', text: 'Cleaned up the engine of this machine' },
    { kind: 'list', items },
  ];
}

function size(bytes: number): string {
  return prettyBytes(bytes, { binary: true });
}
