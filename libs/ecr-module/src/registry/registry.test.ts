import { describe, expect, it } from '@jest/globals';
import { immutable, immutableExcept, mutable } from '@slipway/environments';
import { expireAfterDays, untagged } from '@slipway/lifecycle';
import { iamRole } from '../access/principal.ts';
import { Testing, type Construct } from '../cdktf.ts';
import { Registry, type RegistryProps } from './registry.ts';

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
          .grantPull(iamRole('111122223333', 'x'));
      },
      { key: { alias: 'k', deletionWindowDays: 7 }, replication: [{ region: 'us-west-2' }] },
    );
    const regions = Object.values(resources).flatMap((byId) => Object.values(byId).map(({ region }) => region));
    expect(regions).toEqual(Array.from({ length: 7 }, () => 'us-east-1'));
  });

  it('makes a key with rotation, a deletion window and an alias', () => {
    const resources = synth(() => undefined, { key: { alias: 'dev-ecr', deletionWindowDays: 10 } });
    expect(only(resources, 'aws_kms_key')).toMatchObject({ enable_key_rotation: true, deletion_window_in_days: 10 });
    expect(only(resources, 'aws_kms_alias')).toMatchObject({ name: 'alias/dev-ecr' });
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

  it('scans on push exactly the repositories that ask for it, under basic scanning', () => {
    const resources = synth((registry) => {
      registry.repository('scanned', { tagMutability: mutable() });
      registry.repository('left-alone', { tagMutability: mutable(), scanOnPush: false });
    });
    expect(only(resources, 'aws_ecr_registry_scanning_configuration')).toMatchObject({
      scan_type: 'BASIC',
      rule: [{ scan_frequency: 'SCAN_ON_PUSH', repository_filter: [{ filter: 'scanned', filter_type: 'WILDCARD' }] }],
    });
  });

  it('sets enhanced scanning with its filters', () => {
    const resources = synth(() => undefined, {
      scanning: { type: 'enhanced', repositories: ['prod-*'], frequency: 'continuous' },
    });
    expect(only(resources, 'aws_ecr_registry_scanning_configuration')).toMatchObject({
      scan_type: 'ENHANCED',
      rule: [{ scan_frequency: 'CONTINUOUS_SCAN', repository_filter: [{ filter: 'prod-*', filter_type: 'WILDCARD' }] }],
    });
  });

  it('can be declared once for each region', () => {
    expect(() =>
      synth((_, scope) => {
        new Registry(scope, 'second', { region: 'us-east-1', account: '111122223333' });
      }),
    ).toThrow('the registry of "us-east-1" is declared twice');
  });
});

describe('Repository', () => {
  it('is protected from destruction unless it is disposable', () => {
    const protectedOne = synth((registry) => registry.repository('api', { tagMutability: immutable() }));
    expect(only(protectedOne, 'aws_ecr_repository')).toMatchObject({ lifecycle: { prevent_destroy: true } });
    expect(only(protectedOne, 'aws_ecr_repository')).not.toHaveProperty('force_delete');
    const disposable = synth((registry) =>
      registry.repository('api', { tagMutability: immutable(), deletion: 'disposable' }),
    );
    expect(only(disposable, 'aws_ecr_repository')).toMatchObject({ force_delete: true });
    expect(only(disposable, 'aws_ecr_repository')).not.toHaveProperty('lifecycle');
  });

  it('is immutable except for the named moving tags', () => {
    const resources = synth((registry) =>
      registry.repository('api', { tagMutability: immutableExcept('latest', 'dev-*') }),
    );
    expect(only(resources, 'aws_ecr_repository')).toMatchObject({
      image_tag_mutability: 'IMMUTABLE_WITH_EXCLUSION',
      image_tag_mutability_exclusion_filter: [
        { filter: 'latest', filter_type: 'WILDCARD' },
        { filter: 'dev-*', filter_type: 'WILDCARD' },
      ],
    });
  });

  it('is encrypted with AES-256, or with the key that it is given', () => {
    expect(
      only(
        synth((registry) => registry.repository('api', { tagMutability: mutable() })),
        'aws_ecr_repository',
      ),
    ).toMatchObject({
      encryption_configuration: [{ encryption_type: 'AES256' }],
    });
    const arn = 'arn:aws:kms:us-east-1:111122223333:key/0';
    expect(
      only(
        synth((registry) => registry.repository('api', { tagMutability: mutable(), kmsKeyArn: arn })),
        'aws_ecr_repository',
      ),
    ).toMatchObject({
      encryption_configuration: [{ encryption_type: 'KMS', kms_key: arn }],
    });
  });

  it('has a policy from the first grant on, and one for all grants', () => {
    expect(synth((registry) => registry.repository('api', { tagMutability: mutable() }))).not.toHaveProperty(
      'aws_ecr_repository_policy',
    );
    const resources = synth((registry) => {
      const repository = registry.repository('api', { tagMutability: mutable() });
      repository.grantPull(iamRole('111122223333', 'nodes')).grantPush(iamRole('111122223333', 'ci'));
    });
    expect(only(resources, 'aws_ecr_repository_policy')['policy']).toContain('role/ci');
  });
});
