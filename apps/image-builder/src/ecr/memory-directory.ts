import { Failure } from '../failure.ts';
import type { ForeignRepository, RepositoryDirectory, RepositoryPlace } from './repository-directory.ts';

/** Repositories for tests, by `region/name`. */
export class MemoryDirectory implements RepositoryDirectory {
  readonly #places: ReadonlyMap<string, RepositoryPlace>;

  constructor(places: Readonly<Record<string, RepositoryPlace>>) {
    this.#places = new Map(Object.entries(places));
  }

  locate(region: string, name: string): Promise<RepositoryPlace> {
    const place = this.#places.get(`${region}/${name}`);
    if (place !== undefined) return Promise.resolve(place);
    const message = `there is no repository '${name}' in ${region}`;
    return Promise.reject(new Failure({ code: 'repository-missing', message, fix: 'deploy it' }));
  }

  locateForeign({ region, name }: ForeignRepository): Promise<RepositoryPlace> {
    return this.locate(region, name);
  }
}
