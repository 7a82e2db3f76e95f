import { describe, expect, it } from '@jest/globals';
import type { InventoryImage } from '@slipway/lifecycle';
import { NOW, foundIn, planText, reviewOf } from '../testing/plan-json.ts';

const repository = { name: 'api', region: 'us-east-1', image_tag_mutability: 'IMMUTABLE' };
const image: InventoryImage = { digest: `sha256:${'a'.repeat(64)}`, tags: ['v1'], pushedAt: NOW, sizeBytes: 1e9 };

function evidence(images: readonly InventoryImage[]) {
  return { evidence: [{ region: 'us-east-1', repository: 'api', images }] };
}

describe('a repository that is deleted', () => {
  const type = 'aws_ecr_repository';
  const destroyed = { type, actions: ['delete'], before: repository };

  it('blocks unless the registry says that it holds nothing', () => {
    expect(foundIn(destroyed)).toEqual(['error repository-destroyed']);
    expect(foundIn(destroyed, evidence([image]))).toEqual(['error repository-destroyed']);
    expect(foundIn(destroyed, evidence([]))).toEqual(['warning repository-destroyed']);
  });

  it.each([[['delete', 'create']], [['create', 'delete']], [['what', 'ever']]])(
    'blocks for the actions %j',
    (actions) => {
      expect(foundIn({ ...destroyed, actions, after: repository })).toContain('error repository-destroyed');
    },
  );

  it('says how many images it holds, and that a moved block would keep them', () => {
    const created = { type, address: 'aws_ecr_repository.new', actions: ['create'], after: repository };
    const [finding] = reviewOf(planText([destroyed, created]), evidence([image])).findings;
    expect(finding?.message).toContain('with its only image (1.0 GB)');
    expect(finding?.fix).toMatch(/aws_ecr_repository\.new.*"moved" block/);
  });

  it('blocks a deposed object, too', () => {
    expect(foundIn({ ...destroyed, more: { deposed: 'abcd1234' } })).toEqual(['error repository-destroyed']);
  });
});

describe('other resources that go', () => {
  it('never calls a lifecycle policy that is put anew a loss', () => {
    const rule = { tagStatus: 'untagged', countType: 'imageCountMoreThan', countNumber: 1 };
    const policy = JSON.stringify({ rules: [{ rulePriority: 1, selection: rule, action: { type: 'expire' } }] });
    const change = { type: 'aws_ecr_lifecycle_policy', before: { policy }, after: { policy } };
    expect(foundIn({ ...change, actions: ['delete', 'create'] })).toEqual([]);
  });

  it.each([
    ['aws_kms_key', ['delete'], ['error key-destroyed']],
    ['acme_thing', ['delete'], ['warning resource-destroyed']],
    ['acme_thing', ['delete', 'create'], ['warning resource-destroyed']],
    ['acme_thing', ['forget'], ['warning resource-forgotten']],
    ['acme_thing', ['explode'], ['warning unfamiliar-actions']],
    ['acme_thing', ['update'], []],
  ])('%s %j is %j', (type, actions, found) => {
    expect(foundIn({ type, actions })).toEqual(found);
  });
});

describe('settings that protect images', () => {
  const type = 'aws_ecr_repository';

  it.each([
    ['tags that can be moved', { image_tag_mutability: 'MUTABLE' }, 'immutability-off'],
    ['tags that can be moved by default', { image_tag_mutability: null }, 'immutability-off'],
    ['no scan on push', { image_scanning_configuration: [{ scan_on_push: false }] }, 'scanning-off'],
    ['no scanning settings', { image_scanning_configuration: [] }, 'scanning-off'],
  ])('%s block in production and want attention elsewhere', (_, change, rule) => {
    const before = { ...repository, image_scanning_configuration: [{ scan_on_push: true }] };
    expect(foundIn({ type, before, after: { ...before, ...change } })).toEqual([`error ${rule}`]);
    expect(foundIn({ type, before, after: { ...before, ...change } }, { production: false })).toEqual([
      `warning ${rule}`,
    ]);
  });

  it('count as off where they are only known after the apply', () => {
    const before = { ...repository, image_scanning_configuration: [{ scan_on_push: true }] };
    const unknown = { image_tag_mutability: true, image_scanning_configuration: true };
    expect(foundIn({ type, before, after: { name: 'api' }, unknown })).toEqual([
      'error immutability-off',
      'error scanning-off',
    ]);
  });

  it('may exclude some tags from immutability with attention, and all tags not at all', () => {
    const after = (filter: string) => ({
      ...repository,
      image_tag_mutability: 'IMMUTABLE_WITH_EXCLUSION',
      image_tag_mutability_exclusion_filter: [{ filter, filter_type: 'WILDCARD' }],
    });
    expect(foundIn({ type, before: repository, after: after('latest') })).toEqual(['warning immutability-off']);
    expect(foundIn({ type, before: repository, after: after('*') })).toEqual(['error immutability-off']);
    const unknown = { image_tag_mutability_exclusion_filter: true };
    expect(foundIn({ type, before: repository, after: after('latest'), unknown })).toEqual(['error immutability-off']);
  });

  it('include the scanning of the whole registry', () => {
    const rule = (filter: string) => ({
      scan_frequency: 'SCAN_ON_PUSH',
      repository_filter: [{ filter, filter_type: 'WILDCARD' }],
    });
    const before = { scan_type: 'ENHANCED', rule: [rule('a/*'), rule('b/*')] };
    const change = { type: 'aws_ecr_registry_scanning_configuration', before };
    expect(foundIn({ ...change, after: { scan_type: 'BASIC', rule: [rule('a/*')] } })).toEqual([
      'error scanning-off',
      'error scanning-off',
    ]);
    expect(foundIn({ ...change, actions: ['delete'] })).toContain('error scanning-off');
  });

  it('are no weaker where the same images are scanned more often', () => {
    const often = (scan_frequency: string) => ({
      scan_type: 'ENHANCED',
      rule: [{ scan_frequency, repository_filter: [{ filter: 'a/*', filter_type: 'WILDCARD' }] }],
    });
    const change = { type: 'aws_ecr_registry_scanning_configuration' };
    const [onPush, continuous] = [often('SCAN_ON_PUSH'), often('CONTINUOUS_SCAN')];
    expect(foundIn({ ...change, before: onPush, after: continuous })).toEqual([]);
    expect(foundIn({ ...change, before: continuous, after: onPush })).toEqual(['error scanning-off']);
    const unknown = { rule: [{ scan_frequency: true }] };
    expect(foundIn({ ...change, before: onPush, after: onPush, unknown })).toEqual(['error scanning-off']);
  });

  it('are told in words, with what is scanned more', () => {
    const rule = (filter: string) => ({ scan_frequency: 'SCAN_ON_PUSH', repository_filter: [{ filter }] });
    const before = { scan_type: 'BASIC', rule: [rule('a/*')] };
    const after = { scan_type: 'ENHANCED', rule: [rule('b/*')] };
    const change = { type: 'aws_ecr_registry_scanning_configuration', before, after };
    expect(reviewOf(planText([change])).stacks[0]?.changes[0]?.words).toEqual([
      'scanning is ENHANCED from now on, not BASIC',
      'the registry now scans "b/*" (SCAN_ON_PUSH)',
      'the registry no longer scans "a/*" (SCAN_ON_PUSH)',
      'what enhanced scanning costs is not known',
    ]);
  });

  it('include deletion with images', () => {
    expect(foundIn({ type, before: repository, after: { ...repository, force_delete: true } })).toEqual([
      'warning deletion-unsafe',
    ]);
  });
});

describe('a lifecycle policy', () => {
  const policy = (countNumber: number) =>
    JSON.stringify({
      rules: [
        {
          rulePriority: 1,
          selection: { tagStatus: 'tagged', tagPrefixList: ['v'], countType: 'imageCountMoreThan', countNumber },
          action: { type: 'expire' },
        },
      ],
    });
  const change = {
    type: 'aws_ecr_lifecycle_policy',
    actions: ['delete', 'create'],
    before: { repository: 'api', region: 'us-east-1', policy: policy(10) },
    after: { repository: 'api', region: 'us-east-1', policy: policy(5) },
  };
  const images = Array.from({ length: 12 }, (_, index) => ({
    ...image,
    digest: `sha256:${index.toString(16).padStart(64, '0')}`,
    tags: [`v${index}`],
    pushedAt: new Date(NOW.getTime() - index * 86_400_000),
  }));

  it('is told in words', () => {
    const review = reviewOf(planText([change]));
    expect(review.verdict).toBe('attention');
    expect(review.stacks[0]?.changes[0]?.words).toEqual(['tagged v*: keep the newest 10 -> 5']);
  });

  it('is told with the images that expire, where the registry was asked', () => {
    const deployments = { environment: 'prod', uses: [], unasked: [] };
    const [finding] = reviewOf(planText([change]), { ...evidence(images), deployments }).findings;
    expect(finding).toMatchObject({ rule: 'lifecycle-changed', severity: 'warning' });
    expect(finding?.message).toMatch(/^5 images \(5\.0 GB, such as v5/);
  });

  it('blocks when nobody can know what it will expire', () => {
    expect(foundIn({ ...change, after: { repository: 'api' }, unknown: { policy: true } })).toEqual([
      'error lifecycle-unknown',
    ]);
    expect(foundIn({ ...change, after: { repository: 'api', policy: '{"rules":[{}]}' } })).toEqual([
      'error lifecycle-unknown',
    ]);
  });

  it('that goes expires nothing any more', () => {
    const review = reviewOf(planText([{ ...change, actions: ['delete'], after: null }]));
    expect(review.stacks[0]?.changes[0]?.words).toEqual(['nothing expires any more']);
    expect(review.verdict).toBe('attention');
  });
});

describe('the state and who may log in', () => {
  it.each([
    [
      { type: 'aws_s3_bucket_versioning', before: { bucket: 'the-state' }, after: { bucket: 'the-state' } },
      ['error state-touched'],
    ],
    [{ type: 'aws_s3_bucket_versioning', before: { bucket: 'acme-tfstate' } }, ['error state-touched']],
    [{ type: 'aws_s3_bucket', before: { bucket: 'the-state' }, after: { bucket: 'the-state', tags: { a: 'b' } } }, []],
    [{ type: 'aws_s3_bucket_versioning', unknown: { bucket: true } }, ['error state-touched']],
    [{ type: 'aws_s3_bucket_versioning', before: { bucket: 'models' } }, []],
    [{ type: 'aws_s3_bucket', actions: ['create'], after: { bucket: 'the-state' } }, []],
    [{ type: 'aws_iam_openid_connect_provider' }, ['error oidc-trust']],
    [{ type: 'aws_iam_openid_connect_provider', actions: ['create'] }, ['warning oidc-trust']],
  ])('%j is %j', (change, found) => {
    expect(foundIn(change)).toEqual(found);
  });

  it('notices replication that ends', () => {
    const to = (region: string) => ({ region, registry_id: '111122223333' });
    const rules = (...destination: object[]) => ({ replication_configuration: [{ rule: [{ destination }] }] });
    const change = {
      type: 'aws_ecr_replication_configuration',
      before: rules(to('us-west-2'), to('eu-west-1')),
      after: rules(to('eu-west-1')),
    };
    const review = reviewOf(planText([change]));
    expect(review.findings.map(({ message }) => message)).toEqual([
      'the registry no longer copies all images to us-west-2 of 111122223333',
    ]);
  });
});
