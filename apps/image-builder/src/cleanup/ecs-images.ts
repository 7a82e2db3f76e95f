import { ECSClient } from '@aws-sdk/client-ecs';
import { interrupted } from '@slipway/cli';
import type { DeployedImage, DeployedImages } from '../deploy/deployed-images.ts';
import { definitionsInUse, imagesOfDefinitions, imagesOfTasks } from './ecs-calls.ts';
import { sourceFailure } from './source-failure.ts';

/**
 * What Amazon ECS runs in some regions of the account: the images of running tasks by their digests, those of the task definitions
 * of services, and those of the newest active revision of each family, which schedules and new tasks start.
 */
export class EcsImages implements DeployedImages {
  readonly #regions: readonly string[];
  readonly #signal: AbortSignal;

  constructor(regions: readonly string[], signal: AbortSignal) {
    this.#regions = regions;
    this.#signal = signal;
  }

  async list(): Promise<DeployedImage[]> {
    const found: DeployedImage[] = [];
    for (const region of this.#regions) found.push(...(await this.#in(region)));
    return found;
  }

  async #in(region: string): Promise<DeployedImage[]> {
    const client = new ECSClient({ region, retryMode: 'adaptive' });
    const asking = { client, options: { abortSignal: this.#signal } };
    try {
      const { definitions, clusters } = await definitionsInUse(asking);
      const images = [
        ...(await imagesOfTasks(asking, clusters)),
        ...(await imagesOfDefinitions(asking, [...definitions])),
      ];
      return images.map((image) => ({ source: 'ecs', ...image }));
    } catch (error) {
      if (this.#signal.aborted) throw interrupted(error);
      throw sourceFailure(error, { source: 'ecs', service: 'Amazon ECS', region });
    } finally {
      client.destroy();
    }
  }
}
