import { describe, expect, it } from '@jest/globals';
import {
  aes256,
  dev,
  immutable,
  prod,
  type EnvironmentSpec,
  type RegistrySpec,
  type RepositorySpec,
} from '@slipway/environments';
import { expireAfterDays, untagged } from '@slipway/lifecycle';
import { Testing } from '../cdktf.ts';
import { configurationProblems } from '../testing/configuration-problems.ts';
import { providerSchema } from '../testing/provider-schema.ts';
import type { Arguments, Configuration } from '../testing/synthesized.ts';
import { EnvironmentStack } from './environment-stack.ts';

interface StackConfiguration extends Configuration {
  readonly output: Readonly<Record<string, { readonly value: Readonly<Record<string, unknown>> }>>;
}

const repository: RepositorySpec = {
  name: 'api',
  tagMutability: immutable(),
  encryption: aes256(),
  scanOnPush: true,
  lifecycle: [expireAfterDays(1, untagged())],
  access: {},
};
const registry: RegistrySpec = { region: 'us-east-1', scanning: { type: 'basic' }, repositories: [repository] };

function synth(change: Partial<EnvironmentSpec>): StackConfiguration {
  const stack = new EnvironmentStack(Testing.app(), { ...dev, ...change });
  return JSON.parse(Testing.synth(stack, true)) as StackConfiguration;
}
const outputs = (registries: readonly RegistrySpec[]) => {
  const { output } = synth({ registries });
  return (id: string) => output[id]?.value ?? {};
};
const repositories = ({ resource = {} }: Configuration): Arguments[] =>
  Object.values(resource['aws_ecr_repository'] ?? {});

describe('the provider', () => {
  it.each([dev, prod])('would take every resource of $name', (spec) => {
    expect(configurationProblems(synth(spec), providerSchema())).toEqual([]);
  });
});

describe('deletion', () => {
  const registries = [
    { ...registry, repositories: [repository, { ...repository, name: 'kept', deletion: 'protected' as const }] },
  ];

  it('is what the environment says, unless the repository says otherwise', () => {
    const [api, kept] = repositories(synth({ deletion: 'disposable', registries }));
    expect(api).toMatchObject({ name: 'api', force_delete: true });
    expect(kept).toMatchObject({ name: 'kept', lifecycle: { prevent_destroy: true } });
  });
});

describe('outputs', () => {
  it('name url, arn and registry of each repository', () => {
    const of = outputs([registry]);
    expect(of('repository_urls')).toEqual({
      api: expect.stringMatching(/^\$\{aws_ecr_repository\..*\.repository_url\}$/),
    });
    expect(of('repository_arns')).toEqual({ api: expect.stringMatching(/^\$\{aws_ecr_repository\..*\.arn\}$/) });
    expect(of('registry_ids')).toEqual({ api: dev.account });
  });

  it('name the copies in the own account by region', () => {
    const of = outputs([
      {
        ...registry,
        replication: [
          { region: 'us-west-2' },
          { region: 'eu-west-1', prefixes: ['other'] },
          { region: 'eu-central-1', prefixes: ['ap'] },
          { region: 'us-east-1', account: '999988887777' },
        ],
      },
    ]);
    expect(of('replica_urls')).toEqual({
      api: {
        'us-west-2': `${dev.account}.dkr.ecr.us-west-2.amazonaws.com/api`,
        'eu-central-1': `${dev.account}.dkr.ecr.eu-central-1.amazonaws.com/api`,
      },
    });
  });

  it('keep repositories of one name in several regions apart', () => {
    const of = outputs([registry, { ...registry, region: 'eu-west-1' }]);
    expect(Object.keys(of('repository_urls'))).toEqual(['eu-west-1/api', 'us-east-1/api']);
  });
});
