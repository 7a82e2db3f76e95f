import { ECRPUBLICClient } from '@aws-sdk/client-ecr-public';
import { ECRClient } from '@aws-sdk/client-ecr';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { STSClient } from '@aws-sdk/client-sts';
import type { Credentials } from './credentials.ts';

/** SDK clients that all talk to one endpoint: one per service and region, made when first needed. */
export class AwsClients {
  readonly #settings: { readonly endpoint: string; readonly maxAttempts: number } & Credentials;
  readonly #clients = new Map<string, { destroy(): void }>();

  constructor(endpoint: string, credentials: Credentials) {
    this.#settings = { endpoint, maxAttempts: 2, ...credentials };
  }

  ecr(region: string): ECRClient {
    return this.#client(`ecr ${region}`, () => new ECRClient({ ...this.#settings, region }));
  }

  ecrPublic(region: string): ECRPUBLICClient {
    return this.#client(`ecr-public ${region}`, () => new ECRPUBLICClient({ ...this.#settings, region }));
  }

  events(region: string): EventBridgeClient {
    return this.#client(`events ${region}`, () => new EventBridgeClient({ ...this.#settings, region }));
  }

  iam(region: string): IAMClient {
    return this.#client(`iam ${region}`, () => new IAMClient({ ...this.#settings, region }));
  }

  kms(region: string): KMSClient {
    return this.#client(`kms ${region}`, () => new KMSClient({ ...this.#settings, region }));
  }

  /** By path, because no bucket has a host name of its own here. */
  s3(region: string): S3Client {
    return this.#client(`s3 ${region}`, () => new S3Client({ ...this.#settings, region, forcePathStyle: true }));
  }

  sns(region: string): SNSClient {
    return this.#client(`sns ${region}`, () => new SNSClient({ ...this.#settings, region }));
  }

  sts(region: string): STSClient {
    return this.#client(`sts ${region}`, () => new STSClient({ ...this.#settings, region }));
  }

  close(): void {
    for (const client of this.#clients.values()) client.destroy();
    this.#clients.clear();
  }

  #client<Client extends { destroy(): void }>(key: string, make: () => Client): Client {
    const known = this.#clients.get(key) as Client | undefined;
    const client = known ?? make();
    this.#clients.set(key, client);
    return client;
  }
}
