import { ECSClient } from '@aws-sdk/client-ecs';
import type { ECSClientConfig } from '@aws-sdk/client-ecs';
import type { DeployedImage, DeployedImages } from '../deployed-images.ts';
import { askRegions } from './ask-regions.ts';
import { definitionsInUse, imagesOfDefinitions, imagesOfTasks } from './ecs-calls.ts';

/**
 * What Amazon ECS runs in some regions of the account: the images of running tasks by their digests, those of the task definitions
 * of services, and those of the newest active revision of each family, which schedules and new tasks start.
 */
export class EcsImages implements DeployedImages {
  readonly #regions: readonly string[];
  readonly #signal: AbortSignal;
  readonly #settings: ECSClientConfig;

  /** @param settings more than the SDK takes from this process, such as a profile */
  constructor(regions: readonly string[], signal: AbortSignal, settings: ECSClientConfig = {}) {
    this.#regions = regions;
    this.#signal = signal;
    this.#settings = settings;
  }

  list(): Promise<DeployedImage[]> {
    const asked = { service: 'Amazon ECS', regions: this.#regions, signal: this.#signal };
    return askRegions(
      asked,
      (region) => new ECSClient({ region, retryMode: 'adaptive', ...this.#settings }),
      (client) => this.#imagesOf(client),
    );
  }

  async #imagesOf(client: ECSClient): Promise<DeployedImage[]> {
    const asking = { client, options: { abortSignal: this.#signal } };
    const { definitions, clusters } = await definitionsInUse(asking);
    const images = [
      ...(await imagesOfTasks(asking, clusters)),
      ...(await imagesOfDefinitions(asking, [...definitions])),
    ];
    return images.map((image) => ({ source: 'ecs', ...image }));
  }
}
