import { describe, expect, it } from '@jest/globals';
import { awsService, iamRole } from '@slipway/access';
import { anyImage, expireAfterDays, keepNewest } from '@slipway/lifecycle';
import { kms, kmsDualLayer, type EncryptionKey } from '../../spec/encryption-spec.ts';
import { immutable, immutableExcept, mutable } from '../../spec/tag-mutability.ts';
import { ruleTable } from '../testing/rule-table.ts';
import { found, pinned, production, repository, withRegistry, withRepository } from '../testing/sound.ts';

const keyIn = (region: string): EncryptionKey => `arn:aws:kms:${region}:111122223333:key/1234abcd-12ab`;
const protectedWith = (change: Partial<typeof repository>, unmanaged: readonly string[] = []) =>
  withRegistry({ repositories: [{ ...pinned, ...change }], unmanaged }, production);
const roles = (count: number) =>
  Array.from({ length: count }, (_, index) => iamRole(`role-${index}-${'x'.repeat(40)}`));

describe('rules of a repository', () => {
  ruleTable([
    ['error repository-name', withRepository({ name: 'Team/api' }), withRepository({ name: 'a__b.c-d/e--f' })],
    [
      'error exclusion-filter-count',
      withRepository({ tagMutability: { mode: 'MUTABLE_WITH_EXCLUSION', except: [] } }),
      withRepository({ tagMutability: { mode: 'MUTABLE_WITH_EXCLUSION', except: ['a', 'b', 'c', 'd', 'e'] } }),
    ],
    [
      'error exclusion-filter',
      withRepository({ tagMutability: { mode: 'MUTABLE_WITH_EXCLUSION', except: ['v/1'] } }),
      withRepository({ tagMutability: { mode: 'MUTABLE_WITH_EXCLUSION', except: ['v_1.*-*', 'a'.repeat(128)] } }),
    ],
    [
      'warning exclusion-filter-wildcards',
      withRepository({ tagMutability: immutableExcept('l*t*s*') }),
      withRepository({ tagMutability: immutableExcept('l*t*') }),
    ],
    [
      'warning exclusion-filter-repeated',
      withRepository({ tagMutability: immutableExcept('latest', 'latest') }),
      withRepository({ tagMutability: immutableExcept('latest', 'late*') }),
    ],
    [
      'warning exclusion-filter-unused',
      withRepository({ tagMutability: immutableExcept('latest', 'dev-*') }),
      withRepository({ tagMutability: immutableExcept('latest', 'dev-*'), movingTags: ['latest', 'dev-latest'] }),
    ],
    [
      'error moving-tag-name',
      withRepository({ tagMutability: mutable(), movingTags: ['dev/latest'] }),
      withRepository({ tagMutability: mutable(), movingTags: ['dev-latest'] }),
    ],
    ['error moving-tag-immutable', withRepository({ tagMutability: immutable() }), withRepository({})],
    [
      'error moving-tag-in-production',
      protectedWith({ tagMutability: mutable(), movingTags: ['latest'] }),
      protectedWith({ tagMutability: mutable() }),
    ],
    [
      'error encryption-key-missing',
      withRepository({ encryption: kms() }),
      withRegistry({
        key: { alias: 'a', deletionWindowDays: 7 },
        repositories: [{ ...repository, encryption: kms() }],
      }),
    ],
    [
      'error encryption-key-arn',
      withRepository({ encryption: kms('arn:aws:kms:us-east-1:111122223333:alias/mine') }),
      withRepository({ encryption: kmsDualLayer(keyIn('us-east-1')) }),
    ],
    [
      'error encryption-key-region',
      withRepository({ encryption: kms(keyIn('eu-west-1')) }),
      withRepository({ encryption: kms(keyIn('us-east-1')) }),
    ],
    [
      'error encryption-key-replica',
      withRegistry({
        replication: [{ region: 'us-west-2' }],
        repositories: [{ ...repository, encryption: kms(keyIn('us-east-1')) }],
      }),
      withRegistry({
        replication: [
          { region: 'us-west-2', prefixes: ['other/'] },
          { region: 'us-west-2', account: '444455556666', prefixes: ['team/'] },
        ],
        repositories: [
          { ...repository, encryption: kms(keyIn('us-east-1')) },
          { ...repository, name: 'other/api', encryption: kms('aws-managed') },
        ],
      }),
    ],
    [
      'error principal-role-name',
      withRepository({ access: { ...repository.access, read: [iamRole('*')] } }),
      withRepository({ access: { ...repository.access, read: [iamRole('reader', '444455556666')] } }),
    ],
    [
      'error principal-account',
      withRepository({ access: { ...repository.access, read: [iamRole('reader', '4444')] } }),
      withRepository({ access: { ...repository.access, read: [iamRole('reader')] } }),
    ],
    [
      'error service-pushes',
      withRepository({ access: { ...repository.access, push: [awsService('lambda')] } }),
      withRepository({ access: { ...repository.access, pull: [awsService('lambda')] } }),
    ],
    [
      'warning granted-twice',
      withRepository({ access: { ...repository.access, pull: [iamRole('ci-push', '111122223333')] } }),
      withRepository({
        access: { ...repository.access, read: [iamRole('ci-push')], pull: [iamRole('ci-push', '444455556666')] },
      }),
    ],
    [
      'error repository-policy-size',
      withRepository({ access: { ...repository.access, pull: roles(140) } }),
      withRepository({ access: { ...repository.access, pull: roles(90) } }),
    ],
    [
      'error resource-tag-key',
      withRepository({ tags: { 'aws:cost': 'x' } }),
      withRepository({ tags: { 'Kosten Stelle/äöü+=.@_:-1': 'x', ['k'.repeat(128)]: '' } }),
    ],
    [
      'error resource-tag-value',
      withRepository({ tags: { Owner: 'o'.repeat(257) } }),
      withRepository({ tags: { Owner: 'o'.repeat(256) } }),
    ],
    [
      'warning resource-tag-case',
      withRepository({ tags: { environment: 'x' } }),
      withRepository({ tags: { Environment: 'x' } }),
    ],
    [
      'warning never-scanned',
      withRepository({ scanOnPush: false }),
      withRegistry({
        scanning: { type: 'enhanced', continuous: ['*'] },
        repositories: [{ ...repository, scanOnPush: false }],
      }),
    ],
    [
      'error deletion-not-protected',
      protectedWith({ deletion: 'disposable' }),
      protectedWith({ deletion: 'protected' }),
    ],
    ['error deletion-unguarded', protectedWith({}, ['team/']), protectedWith({}, ['teams/', 'team/old'])],
    [
      'error former-address',
      withRepository({ movedFrom: { repository: 'module.ecr.aws_ecr_repository_policy.this' } }),
      withRepository({
        movedFrom: {
          repository: 'module.ecr["a b"].module.x[1].aws_ecr_repository.this[0]',
          lifecycle: 'aws_ecr_lifecycle_policy.this["api"]',
          policy: 'aws_ecr_repository_policy.this',
        },
      }),
    ],
    ['warning lifecycle-missing', withRepository({ lifecycle: [] }), withRepository({})],
    [
      'warning lifecycle-can-empty',
      protectedWith({ lifecycle: [expireAfterDays(90, anyImage())] }),
      protectedWith({ lifecycle: [keepNewest(90, anyImage())] }),
    ],
  ]);

  it.each(['a', 'Team/api', 'team//api', 'team/api-', 'team..api', '/api', `a${'b'.repeat(256)}`])(
    'refuses the repository name "%s"',
    (name) => {
      expect(found(withRepository({ name }))).toEqual(['error repository-name']);
    },
  );

  it.each(['ab', 'team/api', 'smart-budget-planner', `a${'b'.repeat(255)}`])(
    'takes the repository name "%s"',
    (name) => {
      expect(found(withRepository({ name }))).toEqual([]);
    },
  );

  it.each([
    'aws_ecr_repository',
    'data.aws_ecr_repository.a',
    'aws_ecr_repository.a[*]',
    'module.a',
    'aws_ecr_repository.a.b',
  ])('refuses the former address "%s"', (address) => {
    expect(found(withRepository({ movedFrom: { repository: address } }))).toEqual(['error former-address']);
  });

  it('lints the lifecycle under the path of the repository', () => {
    expect(found(withRepository({ lifecycle: [keepNewest(0, anyImage())] }))).toEqual(['error lifecycle-count-number']);
  });

  it('lets anything but moving tags be disposable outside of protected environments', () => {
    expect(
      found(withRegistry({ unmanaged: ['team/'], repositories: [{ ...repository, deletion: 'disposable' }] })),
    ).toEqual([]);
  });
});
