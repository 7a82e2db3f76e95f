import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { BaseImage } from './base-image.ts';
import { baseRecipe } from './base-recipe.ts';
import { hookPath } from './hook-path.ts';

/** Changes when the recipe of a base image does: an image with this key need not be made again. */
export async function baseKey(image: BaseImage): Promise<string> {
  const hook = await readFile(hookPath(image), 'utf8');
  return createHash('sha256').update(JSON.stringify({ image, hook, baseRecipe })).digest('hex').slice(0, 16);
}
