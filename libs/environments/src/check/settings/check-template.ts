import type { LocalFinding } from '@slipway/findings';
import { lintPolicy } from '@slipway/lifecycle';
import type { RepositoryTemplateSpec } from '../../spec/creation-template-spec.ts';
import type { Place } from '../place.ts';
import { checkAccess } from './access.ts';
import { encryptionKey } from './encryption-key.ts';
import { exclusionFilters } from './exclusion-filters.ts';
import { resourceTags } from './resource-tags.ts';
import { tagsTogether } from './tags-together.ts';

/** Everything that is wrong with settings of repositories that ECR creates. */
export function checkTemplate(template: RepositoryTemplateSpec, { environment, registry }: Place): LocalFinding[] {
  const { tagMutability, encryption, lifecycle, access = {}, tags = {} } = template;
  return [
    ...exclusionFilters(tagMutability),
    ...encryptionKey(encryption, registry),
    ...(lifecycle === undefined ? [] : lintPolicy(lifecycle)),
    ...checkAccess(access, environment.account),
    ...resourceTags(tags),
    ...tagsTogether(tags, environment.tags),
  ];
}
