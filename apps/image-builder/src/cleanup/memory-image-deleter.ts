import type { RepositoryAddress } from '@slipway/access';
import type { MemoryRegistry } from '@slipway/ecr-inventory/testing';
import type { ImageDeleter, Undeleted } from './image-deleter.ts';
import { Failure } from '../failure.ts';

/** Deletes from a registry for tests. Like ECR it keeps an image that a manifest list holds. */
export class MemoryImageDeleter implements ImageDeleter {
  readonly #registry: MemoryRegistry;
  /** Every call: `region name`, then the digests. */
  readonly calls: (readonly [string, ...string[]])[] = [];
  /** Digests that are refused, as by a key that can't be used. */
  readonly refused = new Set<string>();

  constructor(registry: MemoryRegistry) {
    this.#registry = registry;
  }

  async delete(repository: RepositoryAddress, digests: readonly string[]): Promise<readonly Undeleted[]> {
    const { region, name } = repository;
    this.calls.push([`${region} ${name}`, ...digests]);
    const found = await this.#registry.inventory(repository);
    if (found === undefined) {
      throw new Failure({ code: 'repository-missing', message: `there is no '${name}'`, fix: 'deploy it' });
    }
    const held = (digest: string) => found.images.some(({ children = [] }) => children.includes(digest));
    const kept = digests.flatMap((digest) => this.#keeps(digest, held(digest)));
    const gone = new Set(digests.filter((digest) => !kept.some((each) => each.digest === digest)));
    const images = found.images.filter(({ digest }) => !gone.has(digest));
    this.#registry.put(region, name, { images });
    return kept;
  }

  #keeps(digest: string, held: boolean): Undeleted[] {
    if (this.refused.has(digest)) return [{ digest, code: 'KmsError', reason: 'the key is disabled' }];
    return held ? [{ digest, code: 'ImageReferencedByManifestList', reason: 'a manifest list holds it' }] : [];
  }
}
