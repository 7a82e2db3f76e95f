import type { RegistryId } from './control-plane.ts';
import type { Documents } from './documents.ts';
import { KeyedLock } from './keyed-lock.ts';

/** Records of one kind that moto doesn't know, by name in each registry. */
export class Records<Kept> {
  readonly #kind: string;
  readonly #documents: Documents;
  readonly #locks = new KeyedLock();

  constructor(kind: string, documents: Documents) {
    this.#kind = kind;
    this.#documents = documents;
  }

  async all(registry: RegistryId): Promise<ReadonlyMap<string, Kept>> {
    return this.#load(this.#keyOf(registry));
  }

  /** One change at a time per registry. Kept as `change` leaves them; when it throws, nothing is changed. */
  change<Answer>(registry: RegistryId, change: (records: Map<string, Kept>) => Answer): Promise<Answer> {
    const key = this.#keyOf(registry);
    return this.#locks.run(key, async () => {
      const records = await this.#load(key);
      const answer = change(records);
      await this.#documents.write(key, Object.fromEntries(records));
      return answer;
    });
  }

  #keyOf({ account, region }: RegistryId): string {
    return `${this.#kind}/${account}/${region}`;
  }

  async #load(key: string): Promise<Map<string, Kept>> {
    const document = (await this.#documents.read(key)) ?? {};
    return new Map(Object.entries(document as Readonly<Record<string, Kept>>));
  }
}
