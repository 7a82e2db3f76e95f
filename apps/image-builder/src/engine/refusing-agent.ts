import { Agent } from 'node:http';
import { PassThrough } from 'node:stream';
import type { Duplex } from 'node:stream';
import type { Failure } from '../failure.ts';

/** Opens no connection: every request fails with what is known to be wrong already. */
export class RefusingAgent extends Agent {
  readonly #failure: Failure;

  constructor(failure: Failure) {
    super();
    this.#failure = failure;
  }

  override createConnection(_options: unknown, callback?: (error: Error | null, stream: Duplex) => void): undefined {
    callback?.(this.#failure, new PassThrough());
  }
}
