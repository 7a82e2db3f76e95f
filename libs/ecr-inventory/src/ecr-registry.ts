import type { BatchGetImageCommandOutput, ECRClientConfig, ImageDetail } from '@aws-sdk/client-ecr';
import type { RepositoryAddress } from '@slipway/access';
import { Failure, errorName, interrupted } from '@slipway/cli';
import { inventoryFailure } from './inventory-failure.ts';
import { awsFailure } from './aws-failure.ts';
import type { Asked } from './aws-failure.ts';
import { EcrCalls, MANIFESTS_PER_CALL } from './ecr-calls.ts';
import { hasLinks } from './has-links.ts';
import { manifestLinks } from './manifest-links.ts';
import type { ManifestLinks } from './manifest-links.ts';
import type { Inventory, PolicyInForce, RegistryReader } from './registry-reader.ts';
import { toInventoryImage } from './to-inventory-image.ts';

const NO_REPOSITORY = 'RepositoryNotFoundException';

/** Amazon ECR. Throttled calls are tried again, and no call is waited for once `signal` is aborted. */
export class EcrRegistry implements RegistryReader {
  readonly #signal: AbortSignal;
  readonly #settings: ECRClientConfig;
  readonly #calls = new Map<string, EcrCalls>();

  /** @param settings more than the SDK takes from this process, such as a profile */
  constructor(signal: AbortSignal, settings: ECRClientConfig = {}) {
    this.#signal = signal;
    this.#settings = settings;
  }

  account(region: string): Promise<string> {
    return this.#during({ region, what: 'the account' }, async () => {
      const account = await this.#in(region).registryId();
      if (account !== undefined) return account;
      const message = `ECR in ${region} described the registry without its id`;
      throw inventoryFailure({ code: 'aws-failed', message, fix: 'check the endpoint that AWS_ENDPOINT_URL names' });
    });
  }

  inventory({ region, name }: RepositoryAddress): Promise<Inventory | undefined> {
    return this.#during({ region, what: `the images of '${name}'` }, () =>
      unless(NO_REPOSITORY, async () => {
        const details = await this.#in(region).describeImages(name);
        const linked = details.filter(hasLinks).map(({ imageDigest = '' }) => imageDigest);
        return inventoryOf(details, await this.#manifests({ region, name }, linked));
      }),
    );
  }

  lifecyclePolicy({ region, name }: RepositoryAddress): Promise<string | undefined> {
    return this.#during({ region, what: `the lifecycle policy of '${name}'` }, () =>
      unless(NO_REPOSITORY, () =>
        unless('LifecyclePolicyNotFoundException', () => this.#in(region).lifecyclePolicy(name)),
      ),
    );
  }

  repositoryPolicy({ region, name }: RepositoryAddress): Promise<PolicyInForce | undefined> {
    return this.#during({ region, what: `the policy of '${name}'` }, () =>
      unless(NO_REPOSITORY, async () => ({
        text: await unless('RepositoryPolicyNotFoundException', () => this.#in(region).repositoryPolicy(name)),
      })),
    );
  }

  #in(region: string): EcrCalls {
    const calls = this.#calls.get(region) ?? new EcrCalls(region, this.#signal, this.#settings);
    this.#calls.set(region, calls);
    return calls;
  }

  async #manifests({ region, name }: Omit<RepositoryAddress, 'account'>, digests: readonly string[]) {
    const answers: BatchGetImageCommandOutput[] = [];
    for (let start = 0; start < digests.length; start += MANIFESTS_PER_CALL)
      answers.push(await this.#in(region).getManifests(name, digests.slice(start, start + MANIFESTS_PER_CALL)));
    return answers;
  }

  async #during<T>(asked: Asked, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (this.#signal.aborted) throw interrupted(error);
      throw error instanceof Failure ? error : awsFailure(error, asked);
    }
  }
}

/** Undefined where there is none, which ECR says by an exception. */
async function unless<T>(exception: string, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (errorName(error) === exception) return undefined;
    throw error;
  }
}

function inventoryOf(details: readonly ImageDetail[], answers: readonly BatchGetImageCommandOutput[]): Inventory {
  const links = new Map<string, ManifestLinks>();
  for (const { imageId, imageManifest = '' } of answers.flatMap(({ images = [] }) => images)) {
    const found = manifestLinks(imageManifest);
    if (imageId?.imageDigest !== undefined && found !== undefined) links.set(imageId.imageDigest, found);
  }
  return {
    images: details
      .map((detail) => toInventoryImage(detail, links.get(detail.imageDigest ?? '')))
      .filter((image) => image !== undefined),
    warnings: details
      .filter((detail) => hasLinks(detail) && !links.has(detail.imageDigest ?? ''))
      .map(({ imageDigest = '' }) => unknownLinks(imageDigest, answers)),
  };
}

function unknownLinks(digest: string, answers: readonly BatchGetImageCommandOutput[]): string {
  const failures = answers.flatMap((answer) => answer.failures ?? []);
  const code = failures.find(({ imageId }) => imageId?.imageDigest === digest)?.failureCode ?? 'no manifest';
  return `the manifest of '${digest}' can't be read (${code}): which images belong to it is not known`;
}
