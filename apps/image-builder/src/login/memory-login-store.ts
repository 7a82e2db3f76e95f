import type { Credentials } from '../credentials/credentials.ts';
import type { LoginPlace, LoginStore } from './login-store.ts';

/** Logins for tests. */
export class MemoryLoginStore implements LoginStore {
  readonly kept = new Map<string, Credentials>();
  readonly #automatic: readonly string[];

  /** @param automatic hosts whose helper asks ECR itself */
  constructor(automatic: readonly string[] = []) {
    this.#automatic = automatic;
  }

  placeOf(host: string): Promise<LoginPlace> {
    const isAutomatic = this.#automatic.includes(host);
    return Promise.resolve(
      isAutomatic ? { kind: 'automatic', name: 'docker-credential-ecr-login' } : { kind: 'file', name: 'config.json' },
    );
  }

  async keep(host: string, credentials: Credentials): Promise<LoginPlace> {
    const place = await this.placeOf(host);
    if (place.kind !== 'automatic') this.kept.set(host, credentials);
    return place;
  }
}
