import type { LocalFinding } from '@slipway/findings';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';
import { resourceTags } from '../settings/resource-tags.ts';
import { tagsTogether } from '../settings/tags-together.ts';

/** The tags that everything has. */
export function environmentTags({ tags }: EnvironmentSpec): LocalFinding[] {
  return [...resourceTags(tags), ...tagsTogether({}, tags)];
}
