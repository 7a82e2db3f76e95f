import type { ReleaseEntry } from '@slipway/images';
import { deploymentsFailure } from '../deployments-failure.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** A ledger for tests. */
export class MemoryLedger implements Ledger {
  readonly #entries: ReleaseEntry[] = [];

  entries(container: string): Promise<readonly ReleaseEntry[]> {
    const own = this.#entries.filter((entry) => entry.container === container);
    return Promise.resolve(own.sort((one, other) => one.sequence - other.sequence));
  }

  append(entry: ReleaseEntry): Promise<void> {
    const taken = this.#entries.some(
      ({ container, sequence }) => container === entry.container && sequence === entry.sequence,
    );
    if (taken) {
      const message = `the entry ${entry.sequence} of '${entry.container}' is there already`;
      return Promise.reject(deploymentsFailure({ code: 'ledger-conflict', message, fix: 'run the command again' }));
    }
    this.#entries.push(entry);
    return Promise.resolve();
  }
}
