import { under, type Finding, type LocalFinding } from '@slipway/findings';
import type { RepositorySpec } from '../../spec/repository-spec.ts';
import type { Place } from '../place.ts';
import { checkAccess } from '../settings/access.ts';
import { encryptionKey } from '../settings/encryption-key.ts';
import { exclusionFilters } from '../settings/exclusion-filters.ts';
import { resourceTags } from '../settings/resource-tags.ts';
import { tagsTogether } from '../settings/tags-together.ts';
import { deletionSafety } from './deletion-safety.ts';
import { formerAddresses } from './former-addresses.ts';
import { lifecycle } from './lifecycle.ts';
import { movingTags } from './moving-tags.ts';
import { repositoryName } from './repository-name.ts';
import { replicatedKey } from './replicated-key.ts';
import { neverScanned } from './never-scanned.ts';
import { unusedExclusions } from './unused-exclusions.ts';

type RepositoryRule = (repository: RepositorySpec, place: Place) => LocalFinding[];

const RULES: readonly RepositoryRule[] = [
  repositoryName,
  ({ tagMutability }) => exclusionFilters(tagMutability),
  unusedExclusions,
  movingTags,
  ({ encryption }, { registry }) => encryptionKey(encryption, registry),
  replicatedKey,
  ({ access }, { environment }) => checkAccess(access, environment.account),
  ({ tags = {} }) => resourceTags(tags),
  ({ tags = {} }, { environment }) => tagsTogether(tags, environment.tags),
  neverScanned,
  deletionSafety,
  formerAddresses,
  lifecycle,
];

/** Everything that is wrong with one repository. */
export function checkRepository(repository: RepositorySpec, place: Place): Finding[] {
  return under(
    repository.name,
    RULES.flatMap((rule) => rule(repository, place)),
  );
}
