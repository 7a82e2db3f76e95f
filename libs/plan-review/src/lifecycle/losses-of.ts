import type { Comparison } from '@slipway/lifecycle';
import { sizeWords } from '../words/size-words.ts';

/** What expires that was kept, such as `14 images (3.1 GB) expire`; undefined where nothing does. */
export function lossesOf({ images }: Comparison): string | undefined {
  const lost = images.filter(({ after }) => after.outcome === 'expired').map(({ after }) => after.image);
  if (lost.length === 0) return undefined;
  const tags = lost.flatMap((image) => image.tags.slice(0, 1)).slice(0, 5);
  const named = tags.length === 0 ? '' : `, such as ${tags.join(', ')}`;
  return `${lost.length} ${lost.length === 1 ? 'image' : 'images'} (${sizeWords(lost)}${named}) expire`;
}
