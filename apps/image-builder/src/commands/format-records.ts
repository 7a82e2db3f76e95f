import type { ImageRecord } from '@slipway/images';
import Table from 'cli-table3';
import prettyBytes from 'pretty-bytes';
import { shortDigest } from '../release/short-digest.ts';

/** Records as a table for people. */
export function formatRecords(records: readonly ImageRecord[]): string {
  const table = new Table({ head: ['container', 'result', 'tags', 'image', 'size'], style: { head: [], border: [] } });
  for (const record of records) {
    const tags = record.tags.map(({ name }) => name).join('\n');
    table.push([
      record.container,
      resultOf(record),
      tags,
      shortDigest(record.pushed?.digest ?? record.imageId),
      sizeOf(record),
    ]);
  }
  return `${table.toString()}\n`;
}

function resultOf({ built, pushed }: ImageRecord): string {
  if (pushed !== undefined) return `${pushed.result}\n${pushed.environment}, ${pushed.region}`;
  if (built?.fresh !== true) return 'up to date';
  return `built in ${(built.milliseconds / 1000).toFixed(1)} s\n${built.cachedSteps} of ${built.steps} steps cached`;
}

function sizeOf({ size: { compressed, uncompressed } }: ImageRecord): string {
  const sizes = [
    uncompressed === undefined ? undefined : `${prettyBytes(uncompressed)} in the engine`,
    compressed === undefined ? undefined : `${prettyBytes(compressed)} in the registry`,
  ];
  return sizes.filter((text) => text !== undefined).join('\n');
}
