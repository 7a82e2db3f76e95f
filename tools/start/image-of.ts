import type { containers } from '@slipway/environments';
import type { PushedImage, Road } from './road.ts';
import { StepFailure } from './step-failure.ts';

/** The image of a container that was pushed on this road. */
export function imageOf({ images }: Road, container: keyof typeof containers): PushedImage {
  const found = images.find((image) => image.container === container);
  if (found === undefined)
    throw new StepFailure(`no image of "${container}" was pushed\nnext: npx nx push ${container}`);
  return found;
}
