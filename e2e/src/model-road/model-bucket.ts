import { randomUUID } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Variables } from './docker.ts';

const REGION = 'ap-southeast-1';
/** The default of both containers. */
const PREFIX = 'models/retail-price-sensitivity';

export interface Pointer {
  /** Which version is current. */
  readonly version: string;
  /** Which was before. */
  readonly previous: string | null;
}

/** A bucket for models, of one test. */
export class ModelBucket {
  readonly name = `model-road-${randomUUID()}`;
  readonly #environment: Variables;
  readonly #client: S3Client;

  constructor(environment: Variables) {
    const { AWS_ENDPOINT_URL_S3: endpoint = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment;
    const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
    this.#environment = environment;
    this.#client = new S3Client({ region: REGION, endpoint, credentials, forcePathStyle: true });
  }

  /** What a container needs to reach it, named one by one. */
  get variables(): Variables {
    const { AWS_ENDPOINT_URL_S3 = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = this.#environment;
    const access = { AWS_ENDPOINT_URL_S3, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY };
    return { MODEL_BUCKET: this.name, AWS_DEFAULT_REGION: REGION, ...access };
  }

  async create(): Promise<void> {
    const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
    await this.#client.send(new CreateBucketCommand({ Bucket: this.name, CreateBucketConfiguration }));
  }

  async put(key: string, body: string | Uint8Array): Promise<void> {
    await this.#client.send(new PutObjectCommand({ Bucket: this.name, Key: key, Body: body }));
  }

  /** Reads an object below the prefix of the models. */
  async readModelObject(name: string): Promise<Uint8Array> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.name, Key: `${PREFIX}/${name}` }));
    if (Body === undefined) throw new Error(`'${name}' has no body`);
    return await Body.transformToByteArray();
  }

  async readModelJson(name: string): Promise<Record<string, unknown>> {
    return JSON.parse(Buffer.from(await this.readModelObject(name)).toString()) as Record<string, unknown>;
  }

  async putModelObject(name: string, body: string | Uint8Array): Promise<void> {
    await this.put(`${PREFIX}/${name}`, body);
  }

  async pointer(): Promise<Pointer> {
    return JSON.parse(Buffer.from(await this.readModelObject('current.json')).toString()) as Pointer;
  }

  /** Removes it with all that it holds. */
  async [Symbol.asyncDispose](): Promise<void> {
    const { Contents = [] } = await this.#client.send(new ListObjectsV2Command({ Bucket: this.name }));
    for (const { Key } of Contents) await this.#client.send(new DeleteObjectCommand({ Bucket: this.name, Key }));
    await this.#client.send(new DeleteBucketCommand({ Bucket: this.name }));
    this.#client.destroy();
  }
}
