import { sameValue } from '../wire/same-value.ts';
import type { Change } from './resource-behaviour.ts';

/** Whether one of the attributes differs between what is and what is planned. */
export function hasChanged({ prior, planned }: Change, ...names: readonly string[]): boolean {
  return names.some((name) => !sameValue(prior[name], planned[name]));
}
