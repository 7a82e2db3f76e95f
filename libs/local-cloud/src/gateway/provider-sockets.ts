import { join } from 'node:path';
import type { ServedProvider } from '../provider/serve.ts';

export interface ProviderSocketOptions {
  readonly endpoint: string;
  readonly socketFolder: string;
  readonly cacheFolder: string;
}

/**
 * One socket of the stand-in provider per access key: Terraform doesn't pass its environment to a provider that
 * is already running, so the socket says whose credentials a shell has.
 */
export class ProviderSockets {
  readonly #options: ProviderSocketOptions;
  readonly #served = new Map<string, Promise<ServedProvider>>();

  constructor(options: ProviderSocketOptions) {
    this.#options = options;
  }

  /** Value of TF_REATTACH_PROVIDERS for an access key; its socket is opened the first time. */
  async reattach(accessKeyId: string): Promise<string> {
    const served = this.#served.get(accessKeyId) ?? this.#serve(accessKeyId);
    this.#served.set(accessKeyId, served);
    try {
      return (await served).reattach;
    } catch (cause) {
      this.#served.delete(accessKeyId);
      throw cause;
    }
  }

  async close(): Promise<void> {
    for (const served of this.#served.values()) await (await served).close();
  }

  async #serve(accessKeyId: string): Promise<ServedProvider> {
    const { endpoint, socketFolder, cacheFolder } = this.#options;
    // Loaded when needed: it brings the AWS bindings' schema along.
    const { serveProvider } = await import('../provider/serve.ts');
    return serveProvider({
      endpoint,
      cacheFolder,
      accessKeyId,
      socketPath: join(socketFolder, `tf-${accessKeyId}.sock`),
    });
  }
}
