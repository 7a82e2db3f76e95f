import { createHash } from 'node:crypto';

/** One thing that decides what an image holds, such as a file or a build argument. */
export interface InputEntry {
  readonly kind: string;
  /** Unique within the kind, such as a path. */
  readonly name: string;
  readonly value: string;
}

/** Label that carries the inputs hash in every image. */
export const INPUTS_HASH_LABEL = 'dev.slipway.inputs-hash';

/**
 * One name for everything that decides what an image holds: 64 hexadecimal digits, the same for the same entries in any order.
 * @throws Error when two entries have the same kind and name.
 */
export function inputsHash(entries: readonly InputEntry[]): string {
  const rows = entries.map(({ kind, name, value }) => [kind, name, value] as const).sort(byKindAndName);
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    if (next !== undefined && byKindAndName(row, next) === 0)
      throw new Error(`input '${row[0]} ${row[1]}' is given twice`);
  });
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

type Row = readonly [kind: string, name: string, value: string];

/** By code unit, as a locale's order would differ between machines. */
function byKindAndName(a: Row, b: Row): number {
  return order(a[0], b[0]) || order(a[1], b[1]);
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
