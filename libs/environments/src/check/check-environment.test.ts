import { describe, expect, it } from '@jest/globals';
import { iamRole } from '@slipway/access';
import { anyImage, expireAfterDays, keepNewest, untagged } from '@slipway/lifecycle';
import { environments } from '../environments.ts';
import { aes256, kms } from '../spec/encryption-spec.ts';
import type { EnvironmentSpec } from '../spec/environment-spec.ts';
import type { RegistrySpec } from '../spec/registry-spec.ts';
import type { RepositorySpec } from '../spec/repository-spec.ts';
import { enhancedScanning } from '../spec/scanning-spec.ts';
import { immutable, immutableExcept } from '../spec/tag-mutability.ts';
import { checkEnvironment } from './check-environment.ts';

const repository: RepositorySpec = {
  name: 'team/api',
  tagMutability: immutableExcept('latest'),
  encryption: aes256(),
  scanOnPush: true,
  lifecycle: [expireAfterDays(1, untagged()), keepNewest(5, anyImage())],
  access: { pull: [iamRole('eks-node-role')], push: [iamRole('ci-role')] },
  movingTags: ['latest'],
};
const registry: RegistrySpec = { region: 'us-east-1', scanning: { type: 'basic' }, repositories: [repository] };
const environment: EnvironmentSpec = {
  name: 'test',
  account: '111122223333',
  region: 'us-east-1',
  state: { bucket: 'state-111122223333', region: 'us-east-1' },
  models: { bucket: 'models-111122223333', region: 'us-east-1' },
  deletion: 'disposable',
  tags: {},
  registries: [registry],
};

function rulesOfRepository(change: Partial<RepositorySpec>): string[] {
  return rulesOfRegistry({ repositories: [{ ...repository, ...change }] });
}
function rulesOfRegistry(change: Partial<RegistrySpec>): string[] {
  return rulesOf({ registries: [{ ...registry, ...change }] });
}
function rulesOf(change: Partial<EnvironmentSpec>): string[] {
  return checkEnvironment({ ...environment, ...change }).map(({ rule }) => rule);
}

describe('checkEnvironment', () => {
  it.each(Object.entries(environments))('finds nothing in %s', (_, spec) => {
    expect(checkEnvironment(spec)).toEqual([]);
  });

  it('finds nothing in a sound spec', () => {
    expect(rulesOf({})).toEqual([]);
  });

  it('returns everything at once, with the path from the environment inwards and a fix', () => {
    const findings = checkEnvironment({
      ...environment,
      account: '12',
      registries: [
        {
          ...registry,
          replication: [{ region: 'us-east-1' }],
          repositories: [{ ...repository, name: 'Team', lifecycle: [keepNewest(0, anyImage())] }],
        },
      ],
    });
    expect(findings.map(({ rule, path }) => `${rule} at ${path}`)).toEqual([
      'account-number at test',
      'replication-same-registry at test / us-east-1 / replication',
      'repository-name at test / us-east-1 / Team',
      'lifecycle-count-number at test / us-east-1 / Team / lifecycle / rule 1',
    ]);
    expect(findings.every(({ fix }) => fix.length > 0)).toBe(true);
  });

  it('refuses names that would break stacks, accounts and buckets', () => {
    expect(rulesOf({ name: 'Dev 1' })).toEqual(['environment-name']);
    expect(rulesOf({ account: '1111-2222-3333' })).toEqual(['account-number']);
    expect(rulesOf({ state: { bucket: 'State', region: 'us-east-1' } })).toEqual(['bucket-name']);
  });

  it('refuses a registry declared twice, because its settings are singletons', () => {
    expect(rulesOf({ registries: [registry, registry] })).toContain('registry-declared-twice');
  });

  it('refuses replication that does nothing or that ECR rejects', () => {
    expect(rulesOfRegistry({ replication: [{ region: 'us-east-1' }] })).toEqual(['replication-same-registry']);
    expect(rulesOfRegistry({ replication: [{ region: 'us-east-1', account: '444455556666' }] })).toEqual([]);
    expect(rulesOfRegistry({ replication: [{ region: 'us-west-2', prefixes: ['prod-'] }] })).toEqual([
      'replication-matches-nothing',
    ]);
    expect(rulesOfRegistry({ replication: [{ region: 'us-west-2', prefixes: ['*'] }] })).toEqual([
      'replication-prefix',
    ]);
    expect(rulesOfRegistry({ replication: Array.from({ length: 11 }, () => ({ region: 'us-west-2' })) })).toEqual([
      'replication-rule-count',
    ]);
  });

  it('refuses keys outside the KMS deletion window of 7 to 30 days, and a missing key', () => {
    expect(rulesOfRegistry({ key: { alias: 'a', deletionWindowDays: 6 } })).toEqual(['key-deletion-window']);
    expect(rulesOfRegistry({ key: { alias: 'a', deletionWindowDays: 30 } })).toEqual([]);
    expect(rulesOfRepository({ encryption: kms() })).toEqual(['encryption-key-missing']);
  });

  it('refuses a moving tag that is immutable, and any moving tag where nothing may be destroyed', () => {
    expect(rulesOfRepository({ tagMutability: immutable() })).toEqual(['moving-tag-immutable']);
    expect(rulesOf({ deletion: 'protected' })).toEqual(['moving-tag-in-production']);
  });

  it('holds exclusion filters to 1 to 5 of 128 characters with at most two "*"', () => {
    expect(
      rulesOfRepository({ tagMutability: { mode: 'IMMUTABLE_WITH_EXCLUSION', except: [] }, movingTags: [] }),
    ).toEqual(['exclusion-filter']);
    expect(rulesOfRepository({ tagMutability: immutableExcept('latest', 'a*b*c*') })).toEqual(['exclusion-filter']);
    expect(rulesOfRepository({ tagMutability: immutableExcept('latest', 'b', 'c', 'd', 'e', 'f') })).toEqual([
      'exclusion-filter',
    ]);
    expect(rulesOfRepository({ tagMutability: immutableExcept('la*t') })).toEqual([]);
  });

  it.each(['a', 'Team/api', 'team//api', 'team/api-', 'team..api', '/api', `a${'b'.repeat(256)}`])(
    'refuses the repository name "%s"',
    (name) => {
      expect(rulesOfRepository({ name })).toContain('repository-name');
    },
  );

  it.each(['ab', 'team/api', 'a__b.c-d/e--f', 'smart-budget-planner'])('takes the repository name "%s"', (name) => {
    expect(rulesOfRepository({ name })).toEqual([]);
  });

  it('refuses a repository declared twice, an ARN for a role name, and reserved resource tags', () => {
    expect(rulesOfRegistry({ repositories: [repository, repository] })).toContain('repository-declared-twice');
    expect(rulesOfRepository({ access: { pull: [iamRole('arn:aws:iam::111122223333:role/x')] } })).toEqual([
      'principal-role-name',
    ]);
    expect(rulesOfRepository({ tags: { 'aws:cost': 'x' } })).toEqual(['resource-tags']);
  });

  it('warns about images that nothing ever scans', () => {
    expect(rulesOfRepository({ scanOnPush: false })).toEqual(['never-scanned']);
    expect(
      rulesOfRegistry({
        scanning: enhancedScanning({ continuous: ['*'] }),
        repositories: [{ ...repository, scanOnPush: false }],
      }),
    ).toEqual([]);
  });
});
