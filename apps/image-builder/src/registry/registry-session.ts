import type { Credentials } from '../credentials/credentials.ts';
import type { RepositoryPlace } from '../ecr/repository-directory.ts';
import { nonsense, unreachable } from './registry-failure.ts';

/** One request. */
export interface RegistryRequest {
  readonly method?: 'HEAD' | 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  /** Asked for each time that the request is sent: after a new login or a redirect it is sent again. */
  readonly body?: () => string | ReadableStream<Uint8Array>;
}

const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 5;

/** A login at one registry: sends requests, logs in again once when the login has expired, follows redirects. */
export class RegistrySession {
  readonly #origin: string;
  readonly #login: RepositoryPlace['login'];
  readonly #signal: AbortSignal | undefined;
  #credentials: Credentials;
  #renewal: Promise<Credentials> | undefined;

  constructor({ place, origin, signal }: { place: RepositoryPlace; origin: string; signal: AbortSignal | undefined }) {
    this.#origin = origin;
    this.#login = place.login;
    this.#credentials = place.credentials;
    this.#signal = signal;
  }

  /** The answer, whatever its status. @throws Failure `registry-unreachable` when there is none, `interrupted` */
  async send(url: URL, request: RegistryRequest): Promise<Response> {
    const used = this.#credentials;
    const answer = await this.#follow(url, request);
    if (this.#login === undefined || !(await isExpired(answer))) return answer;
    await answer.body?.cancel();
    await this.#renew(used, this.#login);
    return this.#follow(url, request);
  }

  /** Of all requests that find the login expired, one logs in. */
  async #renew(used: Credentials, login: () => Promise<Credentials>): Promise<void> {
    if (this.#credentials !== used) return;
    this.#renewal ??= login().finally(() => {
      this.#renewal = undefined;
    });
    this.#credentials = await this.#renewal;
  }

  /** Redirects are followed here, as `fetch` can't send a streamed body twice. */
  async #follow(url: URL, request: RegistryRequest): Promise<Response> {
    let target = url;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const answer = await this.#once(target, request);
      const location = answer.headers.get('location');
      if (!REDIRECTS.includes(answer.status) || location === null) return answer;
      await answer.body?.cancel();
      target = new URL(location, target);
    }
    throw nonsense(`the registry sends '${url.href}' from one address to the next, more than ${MOST_REDIRECTS} times`);
  }

  async #once(url: URL, { method = 'GET', headers = {}, body }: RegistryRequest): Promise<Response> {
    try {
      return await fetch(url, {
        method,
        headers: { ...headers, ...this.#authorization(url) },
        redirect: 'manual',
        signal: this.#signal ?? null,
        ...(body === undefined ? {} : { body: body(), duplex: 'half' as const }),
      });
    } catch (error) {
      throw unreachable(error, url.href.replace(url.search, ''), this.#signal);
    }
  }

  /** A redirect leads to storage with a signed address: the login is no business of that host. */
  #authorization(url: URL): Record<string, string> {
    if (url.origin !== this.#origin) return {};
    const { username, password } = this.#credentials;
    return { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
  }
}

/** ECR says `401`, or `403` with these words, when the 12 hours of a token are over (ECR user guide, registry authentication). */
async function isExpired(answer: Response): Promise<boolean> {
  if (answer.status === 401) return true;
  return answer.status === 403 && /authorization token has expired/i.test(await answer.clone().text());
}
