import type { ControlPlane } from './control-plane.ts';
import { repositoryKey } from './repository-key.ts';
import type { RepositoryId } from './repository-id.ts';

// A push asks for every layer. A wrong yes for so long is harmless: layers alone make no image.
const millisecondsToTrust = 5000;

/** Remembers for a moment which repositories exist, so that a push doesn't ask the emulator for every layer. */
export class KnownRepositories {
  readonly #controlPlane: ControlPlane;
  readonly #seen = new Map<string, number>();

  constructor(controlPlane: ControlPlane) {
    this.#controlPlane = controlPlane;
  }

  /** @throws AwsError when the repository doesn't exist. */
  async require(id: RepositoryId): Promise<void> {
    const key = repositoryKey(id);
    if (Date.now() - (this.#seen.get(key) ?? 0) < millisecondsToTrust) return;
    await this.#controlPlane.repository(id);
    this.#seen.set(key, Date.now());
  }

  forget(id: RepositoryId): void {
    this.#seen.delete(repositoryKey(id));
  }
}
