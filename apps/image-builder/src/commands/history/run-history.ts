import { findEnvironment } from '@slipway/ecr-inventory';
import { currentRelease } from '@slipway/images';
import type { Digest, ReleaseEntry } from '@slipway/images';
import type { World } from '../../world.ts';

export interface HistoryOptions {
  readonly container: string;
  readonly environment: string;
  /** The newest so many entries. @default all of them */
  readonly limit?: number;
}

/** What `history` prints with `--json`. */
export interface HistoryReport {
  readonly schemaVersion: 1;
  readonly environment: string;
  readonly container: string;
  /** What is released now; absent before the first release. */
  readonly current?: Digest;
  /** How many entries there are. */
  readonly total: number;
  /** The newest first. */
  readonly entries: readonly ReleaseEntry[];
}

/** Reads the ledger; the registry is not asked. */
export async function runHistory(
  { container, environment, limit }: HistoryOptions,
  world: World,
): Promise<HistoryReport> {
  const spec = findEnvironment(world.specs, environment);
  const { name } = world.catalog.container(container);
  const entries = await world.openLedger(spec).entries(name);
  const current = currentRelease(entries)?.digest;
  return {
    schemaVersion: 1,
    environment,
    container: name,
    ...(current === undefined ? {} : { current }),
    total: entries.length,
    entries: [...entries].reverse().slice(0, limit),
  };
}
