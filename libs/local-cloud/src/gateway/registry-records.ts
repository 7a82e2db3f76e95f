import type { Documents } from './documents.ts';
import type { PublicRepository } from './ecr-public/public-repository.ts';
import type { PullThroughRule } from './ecr/pull-through/pull-through-rule.ts';
import type { CreationTemplate } from './ecr/templates/creation-template.ts';
import { Records } from './records.ts';

/** What the gateway knows of registries and moto does not. */
export interface RegistryRecords {
  /** By prefix. */
  readonly pullThroughRules: Records<PullThroughRule>;
  /** By prefix. */
  readonly creationTemplates: Records<CreationTemplate>;
  /** By name of the setting; those that were never put are absent. */
  readonly accountSettings: Records<string>;
  /** By name. */
  readonly publicRepositories: Records<PublicRepository>;
}

export function registryRecordsIn(documents: Documents): RegistryRecords {
  return {
    pullThroughRules: new Records('pull-through-rules', documents),
    creationTemplates: new Records('creation-templates', documents),
    accountSettings: new Records('account-settings', documents),
    publicRepositories: new Records('public-repositories', documents),
  };
}
