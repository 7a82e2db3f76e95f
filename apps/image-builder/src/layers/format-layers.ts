import type { Block, Cell } from '@slipway/cli';
import prettyBytes from 'pretty-bytes';
import { shortDigest } from '../release/short-digest.ts';
import { bytesOf } from './compare-layers.ts';
import type { Layer } from './stored-image.ts';

/** A line of history may be a whole script. JSON has all of it. */
const MOST_CHARACTERS = 100;

/** Layers as rows, the lowest first, each with its share of them all. */
export function layerTable(layers: readonly Layer[]): Block {
  const total = bytesOf(layers);
  return {
    kind: 'table',
    head: ['layer', 'size', 'share', 'made by'],
    rows: layers.map((layer) => layerRow(layer, total)),
    numbers: [1, 2],
  };
}

function layerRow({ digest, bytes, madeBy }: Layer, total: number): Cell[] {
  const share = total === 0 ? '' : `${Math.round((100 * bytes) / total)} %`;
  return [
    { code: shortDigest(digest) },
    prettyBytes(bytes),
    share,
    madeBy === undefined ? 'not said' : { code: shortened(madeBy) },
  ];
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= MOST_CHARACTERS ? line : `${line.slice(0, MOST_CHARACTERS - 1)}…`;
}
