import { error, type LocalFinding } from '@slipway/findings';
import { grouped } from '../../replicas/grouped.ts';
import { namespaceOf } from '../../replicas/namespace-of.ts';
import { replicaRegions } from '../../replicas/replica-regions.ts';
import { replicatedRepositories } from '../../replicas/replicated-repositories.ts';
import type { EnvironmentSpec } from '../../spec/environment-spec.ts';
import type { RegistrySpec } from '../../spec/registry-spec.ts';
import { listed } from '../finding/listed.ts';

interface MadeTemplate {
  readonly region: string;
  readonly namespace: string;
  /** What makes it: for the message. */
  readonly by: string;
}

/** A registry has one creation template for each namespace, whether declared, of a cache, or made for replicas. */
export function templateNamespaces({ registries, account }: EnvironmentSpec): LocalFinding[] {
  const made = registries.flatMap((registry) => [
    ...declared(registry),
    ...ofCaches(registry),
    ...ofReplicas(registry, account),
  ]);
  return [...grouped(made, ({ region, namespace }) => `${region} / template ${namespace}`)]
    .filter(([, templates]) => templates.length > 1)
    .map(([path, templates]) => collision(path, templates));
}

function collision(path: string, templates: readonly MadeTemplate[]): LocalFinding {
  return error('template-namespace-repeated', {
    path,
    message: `the namespace has ${templates.length} templates: ${listed(templates.map(({ by }) => by))}`,
    fix: "keep one: replicas can be made without a template by replicas: 'declared'",
    source: 'ECR API reference, CreateRepositoryCreationTemplate: TemplateAlreadyExistsException',
  });
}

function declared({ region, creationTemplates = [] }: RegistrySpec): MadeTemplate[] {
  return creationTemplates.map(({ namespace }) => ({ region, namespace, by: 'creationTemplates' }));
}

function ofCaches({ region, pullThroughCaches = [] }: RegistrySpec): MadeTemplate[] {
  return pullThroughCaches
    .filter(({ template }) => template !== undefined)
    .map(({ namespace }) => ({ region, namespace, by: 'pullThroughCaches' }));
}

function ofReplicas(registry: RegistrySpec, account: string): MadeTemplate[] {
  return replicaRegions(registry, account).flatMap((region) => {
    const replicated = replicatedRepositories(registry, { region, account });
    const byTemplate = replicated.filter(({ replicas = 'template' }) => replicas === 'template');
    const namespaces = new Set(byTemplate.map(({ name }) => namespaceOf(name)));
    return [...namespaces].map((namespace) => ({ region, namespace, by: `replicas of ${registry.region}` }));
  });
}
