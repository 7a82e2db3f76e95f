import {
  BatchGetImageCommand,
  DescribeRegistryCommand,
  ECRClient,
  GetLifecyclePolicyCommand,
  GetRepositoryPolicyCommand,
  paginateDescribeImages,
} from '@aws-sdk/client-ecr';
import type { BatchGetImageCommandOutput, ECRClientConfig, ImageDetail } from '@aws-sdk/client-ecr';

/** ECR's limits for one call (API reference: DescribeImages, BatchGetImage). */
const IMAGES_PER_PAGE = 1000;
export const MANIFESTS_PER_CALL = 100;

/** Attempts of one call. Between throttled ones the SDK waits half a second at first, then longer, and sends less. */
const ATTEMPTS = 8;

/** Every form that a manifest may be stored in: without them ECR would convert it or leave it out. */
const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

/** The reading calls of one registry, by the SDK's own settings (credentials, endpoints) of this process. */
export class EcrCalls {
  readonly #client: ECRClient;
  readonly #options: { readonly abortSignal: AbortSignal };

  /** @param settings more than the SDK takes from this process, such as a profile */
  constructor(region: string, signal: AbortSignal, settings: ECRClientConfig = {}) {
    this.#client = new ECRClient({ region, retryMode: 'adaptive', maxAttempts: ATTEMPTS, ...settings });
    this.#options = { abortSignal: signal };
  }

  async registryId(): Promise<string | undefined> {
    return (await this.#client.send(new DescribeRegistryCommand({}), this.#options)).registryId;
  }

  /** Of every storage class: without the filter, ECR leaves archived images out. */
  async describeImages(repositoryName: string): Promise<ImageDetail[]> {
    const question = { repositoryName, maxResults: IMAGES_PER_PAGE, filter: { imageStatus: 'ANY' } } as const;
    const details: ImageDetail[] = [];
    for await (const page of paginateDescribeImages({ client: this.#client }, question, this.#options))
      details.push(...(page.imageDetails ?? []));
    return details;
  }

  /** @param digests at most 100 */
  getManifests(repositoryName: string, digests: readonly string[]): Promise<BatchGetImageCommandOutput> {
    const imageIds = digests.map((imageDigest) => ({ imageDigest }));
    const command = new BatchGetImageCommand({ repositoryName, imageIds, acceptedMediaTypes: MANIFEST_TYPES });
    return this.#client.send(command, this.#options);
  }

  async lifecyclePolicy(repositoryName: string): Promise<string | undefined> {
    const command = new GetLifecyclePolicyCommand({ repositoryName });
    return (await this.#client.send(command, this.#options)).lifecyclePolicyText;
  }

  async repositoryPolicy(repositoryName: string): Promise<string | undefined> {
    const command = new GetRepositoryPolicyCommand({ repositoryName });
    return (await this.#client.send(command, this.#options)).policyText;
  }
}
