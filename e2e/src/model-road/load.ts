import type { Api } from './api.ts';

/** Some clients that ask all the time, each the next question after the last answer, until they are sent elsewhere. */
export class Load {
  /** Status of each answer, and the reason of each question that got none. */
  readonly outcomes: (number | string)[] = [];
  readonly #api: Api;
  readonly #clients: readonly Promise<void>[];
  #leaving = false;

  constructor(api: Api, clients: number) {
    this.#api = api;
    this.#clients = Array.from({ length: clients }, () => this.#client());
  }

  /** Lets no client ask again; resolves when what was asked is answered, or has failed. */
  async leave(): Promise<void> {
    this.#leaving = true;
    await Promise.all(this.#clients);
  }

  async #client(): Promise<void> {
    while (!this.#leaving) this.outcomes.push(await this.#outcome());
  }

  async #outcome(): Promise<number | string> {
    try {
      const answer = await this.#api.ask();
      await answer.arrayBuffer();
      return answer.status;
    } catch (error) {
      return String(error instanceof Error ? (error.cause ?? error) : error);
    }
  }
}
