import { accountOfKey } from './account-of-key.ts';

/** Asks the emulator whose a key is that we didn't make, such as one from AssumeRole. */
export type AskForAccount = (accessKeyId: string) => Promise<string>;

/** Finds the account of an access key, and asks about each foreign key once. */
export class AccountResolver {
  readonly #defaultAccount: string;
  readonly #ask: AskForAccount;
  readonly #known = new Map<string, string>();

  constructor(defaultAccount: string, ask: AskForAccount) {
    this.#defaultAccount = defaultAccount;
    this.#ask = ask;
  }

  async resolve(accessKeyId: string): Promise<string> {
    return (
      accountOfKey(accessKeyId, this.#defaultAccount) ??
      this.#known.get(accessKeyId) ??
      (await this.#learn(accessKeyId))
    );
  }

  async #learn(accessKeyId: string): Promise<string> {
    const account = await this.#ask(accessKeyId);
    this.#known.set(accessKeyId, account);
    return account;
  }
}
