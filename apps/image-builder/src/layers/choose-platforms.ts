import { Failure } from '../failure.ts';
import type { PlatformImage, StoredImage } from './stored-image.ts';

/**
 * The images of a platform; all of them when none is named.
 * @throws Failure `image-missing`, naming the platforms that are there
 */
export function choosePlatforms(
  { digest, platforms }: StoredImage,
  wanted: string | undefined,
): readonly PlatformImage[] {
  const chosen = platforms.filter(({ platform }) => wanted === undefined || platform === wanted);
  if (chosen.length > 0 || wanted === undefined) return chosen;
  throw new Failure({
    code: 'image-missing',
    message: `'${digest}' has no image for '${wanted}'`,
    fix: `use one of: ${platforms.map(({ platform }) => platform).join(', ')}`,
  });
}
