import { under, type Finding, type LocalFinding } from '@slipway/findings';
import { regionFindings } from '../finding/place-names.ts';
import type { Place } from '../place.ts';
import { checkRepository } from '../repository/check-repository.ts';
import { accountSettings } from './account-settings.ts';
import { creationTemplates } from './creation-templates.ts';
import { key } from './key.ts';
import { notifications } from './notifications.ts';
import { pullThroughCaches } from './pull-through-caches.ts';
import { replicas } from './replicas.ts';
import { replication } from './replication.ts';
import { replicationSources } from './replication-sources.ts';
import { scanning } from './scanning.ts';
import { uniqueRepositories } from './unique-repositories.ts';
import { unmanaged } from './unmanaged.ts';

type RegistryRule = (place: Place) => LocalFinding[];

const RULES: readonly RegistryRule[] = [
  ({ registry }) => regionFindings(registry.region),
  uniqueRepositories,
  key,
  replication,
  replicas,
  replicationSources,
  scanning,
  creationTemplates,
  pullThroughCaches,
  notifications,
  accountSettings,
  unmanaged,
];

/** Everything that is wrong with one registry and its repositories. */
export function checkRegistry(place: Place): Finding[] {
  return under(place.registry.region, [
    ...RULES.flatMap((rule) => rule(place)),
    ...place.registry.repositories.flatMap((repository) => checkRepository(repository, place)),
  ]);
}
