import type { Documents } from './documents.ts';
import type { MotoClient } from './moto-client.ts';

const bucket = 'slipway-ecr-records';

/** Documents in a bucket of moto's that belongs to no account of ours, so that they end when repositories end. */
export class MotoDocuments implements Documents {
  readonly #moto: MotoClient;

  constructor(moto: MotoClient) {
    this.#moto = moto;
  }

  async read(key: string): Promise<unknown> {
    const answer = await this.#moto.s3('GET', `${bucket}/${key}`);
    if (answer.status === 404) return undefined;
    return JSON.parse(expectOk(answer, key).text) as unknown;
  }

  async write(key: string, document: object): Promise<void> {
    const put = () => this.#moto.s3('PUT', `${bucket}/${key}`, JSON.stringify(document));
    const answer = await put();
    // Only the first document of a moto finds no bucket.
    if (answer.status === 404) await this.#moto.s3('PUT', bucket);
    expectOk(answer.status === 404 ? await put() : answer, key);
  }
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

function expectOk(answer: Answer, key: string): Answer {
  if (answer.status === 200) return answer;
  throw new Error(`the emulator answers ${answer.status} for the document "${key}": ${answer.text}`);
}
