import { isFailure } from '@slipway/cli';
import type { EnvironmentSpec } from '@slipway/environments';
import { isIdentified } from '@slipway/images';
import type { ImageUse } from '@slipway/images';
import type { DeploymentEvidence, UnaskedSource } from '@slipway/plan-review';
import type { World } from '../../../world.ts';

/**
 * What an environment needs its images for. Who can't be asked is no failure: that it is not known becomes a part of the review.
 * @throws Failure `interrupted`
 */
export async function askDeployments(
  environment: EnvironmentSpec,
  { useSources, progress }: Pick<World, 'useSources' | 'progress'>,
): Promise<DeploymentEvidence> {
  const uses: ImageUse[] = [];
  const unasked: UnaskedSource[] = [];
  for (const [source, ask] of await useSources(environment)) {
    try {
      const found = await progress.during(`ask ${source} which images ${environment.name} needs`, ask);
      uses.push(...found.filter(isIdentified));
      unasked.push(...found.filter((use) => !isIdentified(use)).map(unknownImage));
    } catch (error) {
      if (!isFailure(error) || error.code === 'interrupted') throw error;
      unasked.push({ source, problem: error.message });
    }
  }
  return { environment: environment.name, uses, unasked };
}

/** Something runs, and nobody can say which image it is. */
function unknownImage({ source, reference }: ImageUse): UnaskedSource {
  return { source, problem: `it runs '${reference}', and which image that is can't be said` };
}
