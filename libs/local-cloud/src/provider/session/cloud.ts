import type { ECRPUBLICClient } from '@aws-sdk/client-ecr-public';
import type { ECRClient } from '@aws-sdk/client-ecr';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { STSClient } from '@aws-sdk/client-sts';
import type { PlanSettings } from '../plan/plan-change.ts';
import type { Tags } from '../plan/tags.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import type { AwsClients } from './aws-clients.ts';

/** The cloud as one configured provider block sees it. */
export class Cloud implements PlanSettings {
  /** 12 digits. */
  readonly accountId: string;
  /** The region of the provider block. */
  readonly region: string;
  readonly defaultTags: Tags;
  readonly #clients: AwsClients;

  constructor(options: PlanSettings & { readonly accountId: string; readonly clients: AwsClients }) {
    this.accountId = options.accountId;
    this.region = options.region;
    this.defaultTags = options.defaultTags;
    this.#clients = options.clients;
  }

  /** ECR in the region of a resource, which is its own or else the provider's. */
  ecr(resource: CtyObject): ECRClient {
    return this.#clients.ecr(this.regionOf(resource));
  }

  /** The API of public registries, which AWS has in us-east-1 alone, in the region of a resource. */
  ecrPublic(resource: CtyObject): ECRPUBLICClient {
    return this.#clients.ecrPublic(this.regionOf(resource));
  }

  /** EventBridge in the region of a resource. */
  events(resource: CtyObject): EventBridgeClient {
    return this.#clients.events(this.regionOf(resource));
  }

  /** IAM, which has no regions. */
  iam(): IAMClient {
    return this.#clients.iam(this.region);
  }

  /** KMS in the region of a resource. */
  kms(resource: CtyObject): KMSClient {
    return this.#clients.kms(this.regionOf(resource));
  }

  /** S3 in the region of a resource. */
  s3(resource: CtyObject): S3Client {
    return this.#clients.s3(this.regionOf(resource));
  }

  /** SNS in the region of a resource. */
  sns(resource: CtyObject): SNSClient {
    return this.#clients.sns(this.regionOf(resource));
  }

  sts(): STSClient {
    return this.#clients.sts(this.region);
  }

  regionOf(resource: CtyObject): string {
    const { region } = resource;
    return typeof region === 'string' && region !== '' ? region : this.region;
  }

  close(): void {
    this.#clients.close();
  }
}
