import Table from 'cli-table3';
import type { Least } from './least.ts';

/** Prints each row of the limits: what was measured, against what, and the ratio or value that it should keep to. */
export function report(least: Least): string {
  const table = new Table({
    head: ['', 'image-builder', 'against', 'ratio', 'limit'],
    style: { head: [], border: [] },
  });
  for (const { name, ours, theirs, limit } of TIMES)
    table.push([
      name,
      seconds(least.of(ours)),
      seconds(least.of(theirs)),
      ratio(least.of(ours), least.of(theirs)),
      limit,
    ]);
  table.push(['publish, nothing changed: CPU', seconds(least.of('unchanged, CPU')), '', '', '2 s']);
  for (const { name, count, limit } of COUNTS) table.push([name, String(least.of(count)), '', '', limit]);
  return `${table.toString()}\n`;
}

const TIMES = [
  {
    name: "both from nothing; scripts with the originals' kind of Dockerfile",
    ours: 'build, image-builder',
    theirs: 'build, scripts',
    limit: '0.5x',
  },
  { name: 'first push of both; those scripts', ours: 'push, image-builder', theirs: 'push, scripts', limit: '0.4x' },
  {
    name: 'publish both from nothing; docker CLI with our Dockerfiles',
    ours: 'publish, image-builder',
    theirs: 'publish, docker CLI',
    limit: '1x',
  },
  {
    name: 'build one from nothing; docker CLI with our Dockerfile',
    ours: 'one, image-builder',
    theirs: 'one, docker CLI',
    limit: '1.05x',
  },
  {
    name: 'one Python file touched: publish; docker CLI',
    ours: 'touched, image-builder',
    theirs: 'touched, docker CLI',
    limit: '1.5 s',
  },
  {
    name: 'promote 250 MB within a registry; to another one',
    ours: 'promote within, wall',
    theirs: 'promote across, wall',
    limit: '',
  },
] as const;

const COUNTS = [
  { name: 'blobs sent after the touch (a layer, the configuration)', count: 'touched, blobs sent', limit: '2' },
  { name: 'blobs sent when nothing changed', count: 'unchanged, blobs sent', limit: '0' },
  { name: 'bytes of layers sent to promote within', count: 'promote within, bytes of blobs sent', limit: '0' },
] as const;

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

function ratio(ours: number, theirs: number): string {
  return `${(ours / theirs).toFixed(2)}x`;
}
