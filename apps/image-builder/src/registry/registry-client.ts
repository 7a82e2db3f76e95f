import type { RepositoryPlace } from '../ecr/repository-directory.ts';
import { parseImageRef } from '@slipway/images';
import { refusal, unreachable } from './registry-failure.ts';
import { RegistrySession } from './registry-session.ts';
import type { RegistryRequest } from './registry-session.ts';
import { retryTransport } from './retry-transport.ts';
import type { Patience } from './retry-transport.ts';
import { TransientAnswer, isTransientAnswer } from './transient-answer.ts';

/** An answer, read to its end. */
export interface RegistryAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** Where it came from: relative addresses in it start there. */
  readonly url: URL;
}

/** Requests to one repository of a registry. */
export class RegistryClient {
  readonly patience: Patience;
  readonly #place: RepositoryPlace;
  readonly #base: string;
  readonly #session: RegistrySession;

  constructor(place: RepositoryPlace, patience: Patience) {
    const { registry, repository } = parseImageRef(place.uri);
    const origin = new URL(`${place.scheme}//${registry ?? ''}`).origin;
    this.#place = place;
    this.patience = patience;
    this.#base = `${origin}/v2/${repository}/`;
    this.#session = new RegistrySession({ place, origin, signal: patience.signal });
  }

  /** Address of a part of the repository, such as `tags/list`. */
  address(path: string): URL {
    return new URL(this.#base + path);
  }

  /** What messages call it. Without the query: it may hold a signature. */
  name(url: URL): string {
    const address = url.origin + url.pathname;
    return address.startsWith(this.#base) ? `${this.#place.uri} ${address.slice(this.#base.length)}` : address;
  }

  /** A success, or `404` to a question. @throws Failure for any other answer, after as many attempts as make sense */
  async ask(url: URL, request: RegistryRequest = {}): Promise<RegistryAnswer> {
    return retryTransport(() => this.askOnce(url, request), this.patience);
  }

  /** For work that is repeated as a whole: throws TransientAnswer too. */
  async askOnce(url: URL, request: RegistryRequest = {}): Promise<RegistryAnswer> {
    const answer = await this.#accepted(await this.#session.send(url, request), { url, request });
    try {
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return { status: answer.status, headers: answer.headers, bytes, url };
    } catch (error) {
      throw unreachable(error, this.name(url), this.patience.signal);
    }
  }

  /** An answer whose body is still to be read. For work that is repeated as a whole, like `askOnce`. */
  async open(url: URL, request: RegistryRequest = {}): Promise<Response> {
    return this.#accepted(await this.#session.send(url, request), { url, request });
  }

  async #accepted(answer: Response, { url, request }: { url: URL; request: RegistryRequest }): Promise<Response> {
    const question = request.method === undefined || request.method === 'GET' || request.method === 'HEAD';
    if (answer.ok || (answer.status === 404 && question)) return answer;
    const text = await answer.text().catch((error: unknown) => {
      throw unreachable(error, this.name(url), this.patience.signal);
    });
    const failure = refusal({ status: answer.status, text }, this.name(url));
    throw isTransientAnswer({ status: answer.status, text }) ? new TransientAnswer(failure, answer.headers) : failure;
  }
}
