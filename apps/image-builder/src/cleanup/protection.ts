import { usesOf } from '@slipway/images';
import type { ImageUse } from '@slipway/images';
import type { InventoryImage } from '@slipway/lifecycle';

/** Why an image is needed, undefined when it is not. What only holds one that is needed is left to `imageFamily`. */
export function protection(
  uses: readonly ImageUse[],
  repository: string,
): (image: InventoryImage) => string | undefined {
  const usesOfImage = usesOf(uses, repository);
  return ({ digest, tags }) => {
    const [use] = usesOfImage({ digest, tags });
    return use && `in use: ${use.source}, ${use.reference}`;
  };
}
