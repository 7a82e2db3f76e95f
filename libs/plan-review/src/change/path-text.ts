import type { PathPart } from '../plan/plan.ts';

/** A path as people write it, such as `rules[0].name`. */
export function pathText(path: readonly PathPart[]): string {
  return path.reduce<string>(pathWith, '');
}

export function pathWith(path: string, part: PathPart): string {
  if (typeof part === 'number') return `${path}[${part}]`;
  return path === '' ? part : `${path}.${part}`;
}
