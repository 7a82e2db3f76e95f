import Table from 'cli-table3';
import type { Spreads } from './spreads.ts';

/** Prints what was measured, as ratios of ours to the original's, beside the limits. */
export function printService(spreads: Spreads): string {
  const table = new Table({ head: ['', 'ours', 'original', 'ratio', 'limit'], style: { head: [], border: [] } });
  for (const { what, best, limit } of ROWS) {
    const [ours, seeds] = [spreads.of(`ours: ${what}`)[best], spreads.of(`seeds: ${what}`)[best]];
    table.push([what, digits(ours), digits(seeds), `${(ours / seeds).toFixed(2)}x`, limit]);
  }
  const [many, batch] = [spreads.of('ours: 1,000 requests, s').least, spreads.of('ours: batch of 1,000, s').least];
  table.push([
    'batch of 1,000; 1,000 requests, s, 64 clients',
    digits(batch),
    digits(many),
    `1/${(many / batch).toFixed(0)}`,
    '1/50',
  ]);
  table.push([
    'batch of 1,000 of one client alone, s',
    digits(spreads.of('ours: batch of 1,000 alone, s').least),
    '',
    '',
    '',
  ]);
  return `${table.toString()}\n`;
}

const ROWS = [
  { what: 'image, MB', best: 'least', limit: '0.25x' },
  { what: 'start to ready, s', best: 'least', limit: '0.5x' },
  { what: 'memory at rest, MB', best: 'least', limit: '0.5x' },
  { what: 'requests per second', best: 'most', limit: '5x' },
  { what: 'p99 with 64 clients, ms', best: 'least', limit: '0.5x' },
] as const;

function digits(value: number): string {
  return value.toPrecision(3);
}
