import { describe, expect, it } from '@jest/globals';
import { awsAccount, eksNodeRole, gitHubActionsRole, iamRole, organization, type Principal } from '@slipway/access';
import { aes256, immutable, immutableExcept, kms, kmsDualLayer, mutable, mutableExcept } from '@slipway/environments';
import { expireAfterDays, keepNewest, tagged, untagged } from '@slipway/lifecycle';
import fc from 'fast-check';
import { only, synthesized } from '../testing/synthesized.ts';
import type { RepositoryPlace, RepositoryProps } from './repository-props.ts';
import { Repository } from './repository.ts';

const place: RepositoryPlace = { name: 'team/api', region: 'us-east-1', account: '111122223333' };
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555';

function synth(
  props: Partial<RepositoryProps & RepositoryPlace> = {},
  grant: (repository: Repository) => void = () => undefined,
) {
  return synthesized((stack) => {
    grant(new Repository(stack, 'api', { tagMutability: immutable(), ...place, ...props }));
  });
}
const repository = (props: Partial<RepositoryProps & RepositoryPlace>) => only('aws_ecr_repository', synth(props));

describe('mutability', () => {
  it.each([
    [mutable(), 'MUTABLE'],
    [immutable(), 'IMMUTABLE'],
  ])('is %j without filters', (tagMutability, mode) => {
    const made = repository({ tagMutability });
    expect(made['image_tag_mutability']).toBe(mode);
    expect(made).not.toHaveProperty('image_tag_mutability_exclusion_filter');
  });

  it.each([
    [mutableExcept('v*', 'release'), 'MUTABLE_WITH_EXCLUSION', ['v*', 'release']],
    [immutableExcept('latest', 'dev-*'), 'IMMUTABLE_WITH_EXCLUSION', ['latest', 'dev-*']],
  ])('is %j with its wildcard filters', (tagMutability, mode, filters) => {
    expect(repository({ tagMutability })).toMatchObject({
      image_tag_mutability: mode,
      image_tag_mutability_exclusion_filter: filters.map((filter) => ({ filter, filter_type: 'WILDCARD' })),
    });
  });

  it('takes no filters where nothing is excluded', () => {
    // @ts-expect-error MUTABLE moves every tag, so there is nothing to except
    const wrong: RepositoryProps = { tagMutability: { mode: 'MUTABLE', except: ['v*'] } };
    // @ts-expect-error an exclusion needs the filters it is about
    const lacking: RepositoryProps = { tagMutability: { mode: 'IMMUTABLE_WITH_EXCLUSION' } };
    expect([wrong, lacking]).toHaveLength(2);
  });
});

describe('encryption', () => {
  it.each([
    ['AES-256 where nothing is said', {}, { encryption_type: 'AES256' }],
    ['AES-256', { encryption: aes256() }, { encryption_type: 'AES256' }],
    ['the key that AWS manages', { encryption: kms('aws-managed') }, { encryption_type: 'KMS' }],
    ['a key by its ARN', { encryption: kms(KEY) }, { encryption_type: 'KMS', kms_key: KEY }],
    ['the key of the registry', { encryption: kms(), registryKeyArn: KEY }, { encryption_type: 'KMS', kms_key: KEY }],
    [
      'two layers by the key of the registry',
      { encryption: kmsDualLayer(), registryKeyArn: KEY },
      { encryption_type: 'KMS_DSSE', kms_key: KEY },
    ],
  ])('is %s', (_, props, expected) => {
    expect(repository(props)['encryption_configuration']).toEqual([expected]);
  });

  it('says which repository asks for the key of a registry that has none', () => {
    expect(() => repository({ encryption: kms() })).toThrow(
      'the repository "team/api" asks for the key of its registry, and the registry of "us-east-1" has none',
    );
  });

  it('takes a key only where a key is used, and always there', () => {
    // @ts-expect-error AES-256 uses keys of S3
    const needless: RepositoryProps = { tagMutability: immutable(), encryption: { type: 'aes256', key: KEY } };
    // @ts-expect-error KMS encryption says with which key
    const keyless: RepositoryProps = { tagMutability: immutable(), encryption: { type: 'kms' } };
    expect([needless, keyless]).toHaveLength(2);
  });
});

describe('scanning and tags', () => {
  it('scans on push unless told otherwise', () => {
    expect(repository({})['image_scanning_configuration']).toEqual({ scan_on_push: true });
    expect(repository({ scanOnPush: false })['image_scanning_configuration']).toEqual({ scan_on_push: false });
  });

  it('has its own tags, and none where none are given', () => {
    expect(repository({ tags: { CostCenter: 'shop' } })['tags']).toEqual({ CostCenter: 'shop' });
    expect(repository({})).not.toHaveProperty('tags');
  });
});

describe('deletion', () => {
  it('is refused by Terraform unless the repository is disposable', () => {
    for (const made of [repository({}), repository({ deletion: 'protected' })]) {
      expect(made['lifecycle']).toEqual({ prevent_destroy: true });
      expect(made).not.toHaveProperty('force_delete');
    }
  });

  it('takes the images with it where the repository is disposable', () => {
    const made = repository({ deletion: 'disposable' });
    expect(made['force_delete']).toBe(true);
    expect(made).not.toHaveProperty('lifecycle');
  });

  it('leaves the policies free to change where the repository is protected', () => {
    const made = synth({ lifecycle: [expireAfterDays(1, untagged())] }, (one) =>
      one.grantPull(awsAccount('1'.repeat(12))),
    );
    for (const type of ['aws_ecr_lifecycle_policy', 'aws_ecr_repository_policy'])
      expect(only(type, made)['lifecycle']).not.toHaveProperty('prevent_destroy');
  });

  it('can not be protected and forced at once', () => {
    // @ts-expect-error `deletion` is the one prop for both
    expect(repository({ deletion: 'protected', forceDelete: true })).not.toHaveProperty('force_delete');
  });
});

describe('lifecycle', () => {
  it('is one rule for each prefix, in the order of the rules', () => {
    const made = synth({ lifecycle: [keepNewest(10, tagged('v', 'dev-')), expireAfterDays(1, untagged())] });
    const text = only('aws_ecr_lifecycle_policy', made)['policy'] as string;
    const { rules } = JSON.parse(text) as { readonly rules: readonly unknown[] };
    expect(rules).toMatchObject([
      { rulePriority: 1, selection: { tagStatus: 'tagged', tagPrefixList: ['v'], countNumber: 10 } },
      { rulePriority: 2, selection: { tagStatus: 'tagged', tagPrefixList: ['dev-'], countNumber: 10 } },
      { rulePriority: 3, selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countNumber: 1 } },
    ]);
  });

  it('is absent where there are no rules', () => {
    expect(synth({ lifecycle: [] }).resource).not.toHaveProperty('aws_ecr_lifecycle_policy');
  });

  it('gives a prefix to tagged images only', () => {
    // @ts-expect-error untagged images have no tag to begin with a prefix
    expect(untagged('v')).toEqual({ tagStatus: 'untagged' });
  });
});

describe('policies of a replaced repository', () => {
  it.each(['aws_ecr_lifecycle_policy', 'aws_ecr_repository_policy'])('are put again: %s', (type) => {
    const made = synth({ lifecycle: [expireAfterDays(1, untagged())] }, (one) => one.grantPull(iamRole('nodes')));
    const { address } = only('aws_ecr_repository', made);
    expect(only(type, made)).toMatchObject({
      repository: `\${${address}.name}`,
      region: 'us-east-1',
      lifecycle: { replace_triggered_by: [`${address}.arn`] },
    });
  });
});

describe('grants', () => {
  const ci = gitHubActionsRole('ci');
  const policyOf = (grant: (repository: Repository) => void) => {
    const text = only('aws_ecr_repository_policy', synth({}, grant))['policy'] as string;
    return JSON.parse(text) as { readonly Statement: readonly { readonly Action: readonly string[] }[] };
  };
  const actionsOf = (grant: (repository: Repository) => void) => {
    const { Statement } = policyOf(grant);
    expect(Statement).toHaveLength(1);
    return Statement[0]?.Action;
  };
  // ECR user guide, "Private repository policy examples" and "Required IAM permissions for pushing an image".
  const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
  const PUSH = ['ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'];

  it('lets pull with the actions of a pull', () => {
    expect(actionsOf((one) => one.grantPull(ci))).toEqual(
      expect.arrayContaining(['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']),
    );
    expect(actionsOf((one) => one.grantPull(ci))).not.toContain('ecr:PutImage');
  });

  it('lets push with the actions of a push, without the layers of others', () => {
    const actions = actionsOf((one) => one.grantPush(ci));
    expect(actions).toEqual(expect.arrayContaining([...PUSH, 'ecr:BatchCheckLayerAvailability']));
    expect(actions).not.toContain('ecr:GetDownloadUrlForLayer');
  });

  it('lets do both by one grant or by two', () => {
    const both = policyOf((one) => one.grantPullPush(ci));
    expect(both.Statement[0]?.Action).toEqual(expect.arrayContaining([...PULL, ...PUSH]));
    expect(policyOf((one) => one.grantPull(ci).grantPush(ci))).toEqual(both);
  });

  it('lets read without a layer', () => {
    const actions = actionsOf((one) => one.grantRead(ci));
    expect(actions).toContain('ecr:DescribeImages');
    expect(actions).not.toContain('ecr:GetDownloadUrlForLayer');
  });

  it('never holds the login, which has no resource', () => {
    const all = (one: Repository) => one.grantPull(ci).grantPush(ci).grantPullPush(ci).grantRead(ci);
    expect(JSON.stringify(policyOf(all))).not.toContain('GetAuthorizationToken');
  });

  it('names a role in the account of the repository, unless it has its own', () => {
    const text = JSON.stringify(
      policyOf((one) => one.grantPull(eksNodeRole('own')).grantPull(iamRole('x', '444455556666'))),
    );
    expect(text).toContain('arn:aws:iam::111122223333:role/own');
    expect(text).toContain('arn:aws:iam::444455556666:role/x');
  });

  it('makes no policy where nothing was granted', () => {
    expect(synth({}, (one) => one.grant([])).resource).not.toHaveProperty('aws_ecr_repository_policy');
  });

  it('gives one text for the same grants, in any order and repeated', () => {
    const granted = fc.array(
      fc.constantFrom<Principal>(ci, iamRole('a'), awsAccount('444455556666'), organization('o-a1b2c3d4e5')),
      {
        minLength: 1,
      },
    );
    const text = (principals: readonly Principal[]) =>
      policyOf((one) => one.grant(principals.map((principal) => ({ principal, access: 'pull' }))));
    fc.assert(
      fc.property(granted, (principals) => {
        expect(text([...principals, ...principals].reverse())).toEqual(text(principals));
      }),
      { numRuns: 20 },
    );
  });

  it('are refused at synth when ECR would find their policy too long', () => {
    const many = (count: number) => () =>
      synth({}, (one) => {
        for (let number = 0; number < count; number++) one.grantPull(iamRole(`a-role-with-a-long-name-${number}`));
      });
    expect(many(100)).not.toThrow();
    expect(many(200)).toThrow(
      /\[test\/api\] the repository policy has "\d+" characters, and ECR takes 10240: grant an organisation/,
    );
  });

  it('have a counterpart for the policies of the principal itself', () => {
    synth({}, (one) => {
      expect(one.identityPolicy('pull').Statement).toEqual([
        { Sid: expect.any(String), Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' },
        expect.objectContaining({ Resource: ['arn:aws:ecr:us-east-1:111122223333:repository/team/api'] }),
      ]);
    });
  });
});

describe('partitions', () => {
  it('is in "aws" only, whose roles its policy names', () => {
    expect(() => repository({ region: 'cn-north-1' })).toThrow('"cn-north-1", in the partition "aws-cn"');
  });
});
