import type { ReleaseEntry } from '@slipway/images';

/** Padded, so that keys sort by number. */
const DIGITS = 8;

/** Where the entries of a container are in the state bucket. */
export function folderOf(environment: string, container: string): string {
  return `ledger/${environment}/${container}/`;
}

export function entryKey(
  environment: string,
  { container, sequence }: Pick<ReleaseEntry, 'container' | 'sequence'>,
): string {
  return `${folderOf(environment, container)}${String(sequence).padStart(DIGITS, '0')}.json`;
}

/** The number in a key; NaN where the key is no entry's. */
export function sequenceOf(key: string): number {
  return Number(/\/(\d{8})\.json$/.exec(key)?.[1] ?? Number.NaN);
}
