import { describe, expect, it } from '@jest/globals';
import { iamRole } from '@slipway/access';
import { expireAfterDays, untagged } from '@slipway/lifecycle';
import { dev } from '../dev.ts';
import { aes256 } from '../spec/encryption-spec.ts';
import type { RegistrySpec } from '../spec/registry-spec.ts';
import type { RepositorySpec } from '../spec/repository-spec.ts';
import { immutable, immutableExcept } from '../spec/tag-mutability.ts';
import { replicaRegions } from './replica-regions.ts';
import { replicaTemplates } from './replica-templates.ts';

const account = '111122223333';
const oregon = { region: 'us-west-2', account };
const settings = {
  tagMutability: immutable(),
  encryption: aes256(),
  scanOnPush: true,
  lifecycle: [expireAfterDays(1, untagged())],
  access: { pull: [iamRole('nodes')] },
};
const repository = (name: string, change: Partial<RepositorySpec> = {}): RepositorySpec => ({
  name,
  ...settings,
  ...change,
});
const registry = (repositories: readonly RepositorySpec[], change: Partial<RegistrySpec> = {}): RegistrySpec => ({
  region: 'us-east-1',
  scanning: { type: 'basic' },
  replication: [{ region: 'us-west-2' }],
  repositories,
  ...change,
});

describe('replicaTemplates', () => {
  it('gives one template for each namespace, and ROOT for repositories without one', () => {
    const { templates } = replicaTemplates(
      registry(['a/b/one', 'a/b/two', 'a/three', 'four'].map((n) => repository(n))),
      oregon,
    );
    expect(templates.map(({ namespace }) => namespace)).toEqual(['a/b', 'a', 'ROOT']);
  });

  it('passes on mutability, encryption, lifecycle and access', () => {
    const [template] = replicaTemplates(registry([repository('a/one')]), oregon).templates;
    expect(template).toEqual({
      namespace: 'a',
      description: 'settings of the replicas of us-east-1',
      appliedFor: ['replication'],
      tagMutability: settings.tagMutability,
      encryption: settings.encryption,
      lifecycle: settings.lifecycle,
      access: settings.access,
    });
  });

  it('passes on no lifecycle where there is none: an empty policy is not a policy', () => {
    const [template] = replicaTemplates(registry([repository('a/one', { lifecycle: [] })]), oregon).templates;
    expect(template).not.toHaveProperty('lifecycle');
  });

  it('passes on the tags that all share, and never a name', () => {
    const repositories = [
      repository('a/one', { tags: { Name: 'same', Team: 'x', CostCenter: '1' } }),
      repository('a/two', { tags: { Name: 'same', Team: 'x', CostCenter: '2' } }),
    ];
    expect(replicaTemplates(registry(repositories), oregon).templates[0]?.tags).toEqual({ Team: 'x' });
  });

  it('follows what most repositories have', () => {
    const odd = repository('a/one', { tagMutability: immutableExcept('latest') });
    const { templates } = replicaTemplates(registry([odd, repository('a/two'), repository('a/three')]), oregon);
    expect(templates.map(({ tagMutability }) => tagMutability)).toEqual([immutable()]);
  });

  it('leaves out what is not replicated there, and keeps declared replicas apart', () => {
    const repositories = ['in/one', 'in/two', 'out/three'].map((name) => repository(name));
    const declared = repository('in/four', { replicas: 'declared', tagMutability: immutableExcept('latest') });
    const source = registry([...repositories, declared], {
      replication: [
        { region: 'us-west-2', prefixes: ['in/'] },
        { region: 'us-west-2', account: '444455556666' },
        { region: 'eu-west-1' },
      ],
    });
    const replicas = replicaTemplates(source, oregon);
    expect(replicas.templates.map(({ namespace }) => namespace)).toEqual(['in']);
    expect(replicas.declared).toEqual([declared]);
  });

  it('serves the five microservices of dev with one template, and leaves the budget planner to be declared', () => {
    const { templates, declared } = replicaTemplates(dev.registries[1], oregon);
    expect(templates.map(({ namespace, tags }) => [namespace, tags])).toEqual([
      ['ROOT', { Product: 'microservices', Owner: 'shop-platform', CostCenter: 'shop' }],
    ]);
    expect(declared.map(({ name }) => name)).toEqual(['smart-budget-planner']);
  });
});

describe('replicaRegions', () => {
  it('names each region of the own account once', () => {
    const replication = [
      { region: 'us-west-2', prefixes: ['a/'] as const },
      { region: 'us-west-2', account },
      { region: 'eu-west-1', account: '444455556666' },
    ];
    expect(replicaRegions(registry([], { replication }), account)).toEqual(['us-west-2']);
    expect(replicaRegions({ region: 'us-east-1', scanning: { type: 'basic' }, repositories: [] }, account)).toEqual([]);
  });
});
