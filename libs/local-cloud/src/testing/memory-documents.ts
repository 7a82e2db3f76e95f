import type { Documents } from '../gateway/documents.ts';

/** Documents for tests. Each is kept as text, as in moto, so that a test can't share an object with the code. */
export class MemoryDocuments implements Documents {
  readonly #texts = new Map<string, string>();

  read(key: string): Promise<unknown> {
    const text = this.#texts.get(key);
    return Promise.resolve(text === undefined ? undefined : JSON.parse(text));
  }

  write(key: string, document: object): Promise<void> {
    this.#texts.set(key, JSON.stringify(document));
    return Promise.resolve();
  }
}
