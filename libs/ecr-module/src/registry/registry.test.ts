import { describe, expect, it } from '@jest/globals';
import { iamRole } from '@slipway/access';
import { mutable } from '@slipway/environments';
import { expireAfterDays, untagged } from '@slipway/lifecycle';
import { Testing, type Construct } from '../cdktf.ts';
import type { RegistryProps } from './registry-props.ts';
import { Registry } from './registry.ts';

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

function synth(build: (registry: Registry, scope: Construct) => void, props: Partial<RegistryProps> = {}): Resources {
  const text = Testing.synthScope((scope) => {
    build(new Registry(scope, 'test', { region: 'us-east-1', account: '111122223333', ...props }), scope);
  });
  return (JSON.parse(text) as { resource: Resources }).resource;
}

function only(resources: Resources, type: string): Readonly<Record<string, unknown>> {
  const found = Object.values(resources[type] ?? {});
  expect(found).toHaveLength(1);
  return found[0] ?? {};
}

describe('Registry', () => {
  it('puts its region on every resource, so one provider serves many regions', () => {
    const resources = synth(
      (registry) => {
        registry
          .repository('api', { tagMutability: mutable(), lifecycle: [expireAfterDays(1, untagged())] })
          .grantPull(iamRole('x'));
      },
      { key: { alias: 'k', deletionWindowDays: 7 }, replication: [{ region: 'us-west-2' }] },
    );
    const regions = Object.values(resources).flatMap((byId) => Object.values(byId).map(({ region }) => region));
    expect(regions).toEqual(Array.from({ length: 7 }, () => 'us-east-1'));
  });

  it('replicates everything where no prefix is given, and to its own account where none is named', () => {
    const resources = synth(() => undefined, {
      replication: [{ region: 'us-west-2' }, { region: 'eu-west-1', account: '444455556666', prefixes: ['api'] }],
    });
    expect(only(resources, 'aws_ecr_replication_configuration')['replication_configuration']).toEqual({
      rule: [
        { destination: [{ region: 'us-west-2', registry_id: '111122223333' }] },
        {
          destination: [{ region: 'eu-west-1', registry_id: '444455556666' }],
          repository_filter: [{ filter: 'api', filter_type: 'PREFIX_MATCH' }],
        },
      ],
    });
  });

  it.each(['key', 'scanning', 'replication'])(
    'takes a repository of the name "%s", which is the id of a setting',
    (name) => {
      const key = { alias: 'k', deletionWindowDays: 7 };
      const resources = synth((registry) => registry.repository(name, { tagMutability: mutable() }), {
        key,
        replication: [{ region: 'us-west-2' }],
      });
      expect(only(resources, 'aws_ecr_repository')['name']).toBe(name);
    },
  );

  // Taken from the library as it was before replicas had settings: states hold keys under these addresses.
  it('keeps the addresses of its settings', () => {
    const resources = synth(() => undefined, {
      key: { alias: 'k', deletionWindowDays: 7 },
      replication: [{ region: 'us-west-2' }],
    });
    expect(
      Object.values(resources)
        .flatMap((byId) => Object.keys(byId))
        .sort(),
    ).toEqual(['test_key_83C420C1', 'test_key_alias_A81E6D79', 'test_replication_4F2F5F2B', 'test_scanning_CDB1CE9E']);
  });

  it('can be declared once for each region', () => {
    expect(() =>
      synth((_, scope) => {
        new Registry(scope, 'second', { region: 'us-east-1', account: '111122223333' });
      }),
    ).toThrow('the registry of "us-east-1" is declared twice');
  });
});
