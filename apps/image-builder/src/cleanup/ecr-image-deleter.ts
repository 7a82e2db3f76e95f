import { BatchDeleteImageCommand, ECRClient } from '@aws-sdk/client-ecr';
import type { ECRClientConfig, ImageFailure } from '@aws-sdk/client-ecr';
import type { RepositoryAddress } from '@slipway/access';
import { interrupted } from '@slipway/cli';
import { awsFailure } from '../ecr/aws-failure.ts';
import type { ImageDeleter, Undeleted } from './image-deleter.ts';

/** ECR's most for one call (API reference, BatchDeleteImage: `imageIds`, at most 100 items). */
const IMAGES_PER_CALL = 100;

/** Amazon ECR, by the SDK's own settings (credentials, endpoints) of this process. */
export class EcrImageDeleter implements ImageDeleter {
  readonly #signal: AbortSignal;
  readonly #settings: ECRClientConfig;

  /**
   * @param signal ends it between two calls, and the call that is under way
   * @param settings more than the SDK takes from this process, such as a profile
   */
  constructor(signal: AbortSignal, settings: ECRClientConfig = {}) {
    this.#signal = signal;
    this.#settings = settings;
  }

  async delete(repository: RepositoryAddress, digests: readonly string[]): Promise<readonly Undeleted[]> {
    const client = new ECRClient({ region: repository.region, ...this.#settings });
    const kept: Undeleted[] = [];
    try {
      for (let start = 0; start < digests.length; start += IMAGES_PER_CALL)
        kept.push(...(await this.#deleteBatch(client, repository, digests.slice(start, start + IMAGES_PER_CALL))));
      return kept;
    } catch (error) {
      if (this.#signal.aborted) throw interrupted(error);
      throw awsFailure(error, { region: repository.region, repository: repository.name });
    } finally {
      client.destroy();
    }
  }

  async #deleteBatch(
    client: ECRClient,
    { account, name }: RepositoryAddress,
    digests: readonly string[],
  ): Promise<Undeleted[]> {
    const imageIds = digests.map((imageDigest) => ({ imageDigest }));
    const command = new BatchDeleteImageCommand({ registryId: account, repositoryName: name, imageIds });
    const { failures = [] } = await client.send(command, { abortSignal: this.#signal });
    return failures.filter(({ failureCode }) => failureCode !== 'ImageNotFound').map(undeleted);
  }
}

function undeleted({ imageId, failureCode, failureReason }: ImageFailure): Undeleted {
  return { digest: imageId?.imageDigest ?? '', code: failureCode ?? 'unknown', reason: failureReason ?? '' };
}
