import { describe, expect, it } from '@jest/globals';
import { checkEnvironment, type EnvironmentSpec } from '@slipway/environments';
import { Testing } from '../cdktf.ts';
import { configurationProblems } from '../testing/configuration-problems.ts';
import { kitchenSink } from '../testing/kitchen-sink.ts';
import { providerSchema } from '../testing/provider-schema.ts';
import type { Configuration } from '../testing/synthesized.ts';
import { EnvironmentStack } from './environment-stack.ts';

interface StackConfiguration extends Configuration {
  readonly output: Readonly<Record<string, { readonly value: Readonly<Record<string, unknown>> }>>;
}

function synth(change: Partial<EnvironmentSpec> = {}): StackConfiguration {
  const stack = new EnvironmentStack(Testing.app(), { ...kitchenSink, ...change });
  return JSON.parse(Testing.synth(stack, true)) as StackConfiguration;
}

const resources = ({ resource = {} }: Configuration) =>
  Object.entries(resource).flatMap(([type, byId]) => Object.values(byId).map((values) => ({ type, values })));
/** Services whose resources are of the whole account, so they have no region. */
const isGlobal = (type: string) => type.startsWith('aws_iam_');

describe('an environment that uses everything', () => {
  it('is sound', () => {
    expect(checkEnvironment(kitchenSink).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('would be taken by the provider', () => {
    expect(configurationProblems(synth(), providerSchema())).toEqual([]);
  });

  it('has a region on every resource of a region, so that one provider serves all', () => {
    const regional = resources(synth()).filter(({ type }) => !isGlobal(type));
    expect(regional.filter(({ values }) => values['region'] === undefined)).toEqual([]);
  });

  it('protects what holds images and what encrypts them, where it is protected', () => {
    const holding = ['aws_ecr_repository', 'aws_ecrpublic_repository', 'aws_kms_key'];
    const held = resources(synth({ deletion: 'protected' })).filter(({ type }) => holding.includes(type));
    expect(held).toHaveLength(7);
    for (const { values } of held) {
      expect(values['lifecycle']).toMatchObject({ prevent_destroy: true });
      expect(values).not.toHaveProperty('force_delete');
      expect(values).not.toHaveProperty('force_destroy');
    }
  });

  it('says where keys, topics and public repositories are', () => {
    const { output } = synth();
    expect(output['registry_key_arns']?.value).toEqual({
      'us-east-1/sink-ecr': expect.stringMatching(/^\$\{aws_kms_key\..*\.arn\}$/),
      'us-west-2/sink-ecr': expect.stringMatching(/^\$\{aws_kms_key\..*\.arn\}$/),
    });
    expect(output['topic_arns']?.value).toEqual({
      'us-east-1': expect.stringMatching(/^\$\{aws_sns_topic\..*\.arn\}$/),
    });
    expect(output['public_repository_uris']?.value).toEqual({
      'shop/cli': expect.stringMatching(/^\$\{aws_ecrpublic_repository\..*\.repository_uri\}$/),
    });
  });

  it('says nothing of what it does not have', () => {
    const registries = [{ region: 'us-east-1', scanning: { type: 'basic' }, repositories: [] }] as const;
    expect(Object.keys(synth({ registries, publicRepositories: [] }).output).sort()).toEqual([
      'registry_ids',
      'replica_urls',
      'repository_arns',
      'repository_urls',
    ]);
  });

  it('expects replicas of its own registries where it guards against undeclared repositories', () => {
    const { data = {} } = synth({ deletion: 'protected' });
    const guards = Object.values(data['aws_ecr_repositories'] ?? {}).filter(({ lifecycle }) => lifecycle !== undefined);
    const oregon = guards.find(({ region }) => region === 'us-west-2');
    expect(JSON.stringify(oregon)).toContain(String.raw`contains([\"shop/api\",\"shop/web\",\"tools\"], name)`);
  });
});
