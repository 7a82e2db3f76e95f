import type { Detail } from './detail.ts';

/** A text from a plan, no longer than the level of detail allows. */
export function shortened(text: string, { characters }: Pick<Detail, 'characters'>): string {
  return text.length <= characters ? text : `${text.slice(0, characters - 1)}…`;
}
