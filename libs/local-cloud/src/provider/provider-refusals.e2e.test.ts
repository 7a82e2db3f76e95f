import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { TerraformResult, TerraformWorkspace } from './testing/terraform-workspace.ts';
import { TestCloud } from './testing/test-cloud.ts';

jest.setTimeout(60_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await TestCloud.start();
});

afterAll(() => cloud.close());

async function initialised(fixture: string): Promise<TerraformWorkspace> {
  const terraform = cloud.workspace(fixture);
  await terraform.must('init', '-no-color');
  return terraform;
}

function expectRefusal({ exitCode, stderr }: TerraformResult, words: string): void {
  expect([exitCode, stderr.replace(/[\s│╵╷]+/g, ' ')]).toEqual([1, expect.stringContaining(words)]);
}

describe('terraform validate', () => {
  it('finds a misspelled argument by the derived schema', async () => {
    const terraform = await initialised('typo');
    expectRefusal(
      await terraform.run('validate', '-no-color'),
      'An argument named "image_tag_mutabilty" is not expected here. Did you mean "image_tag_mutability"?',
    );
  });

  it('does not know a type that the provider does not declare', async () => {
    const terraform = await initialised('unknown-type');
    expectRefusal(await terraform.run('validate', '-no-color'), 'does not support resource type "aws_sqs_queue"');
  });
});

const VARIABLES: Readonly<Record<string, readonly string[]>> = {
  'refused-values': [],
  buckets: ['account=111122223333', 'bucket=state'],
  events: ['account=111122223333'],
  iam: ['account=111122223333'],
};

describe('terraform plan', () => {
  it.each([
    [
      'refused-values',
      'mutability=SOMETIMES',
      'expected image_tag_mutability to be one of ["IMMUTABLE" "IMMUTABLE_WITH_EXCLUSION" "MUTABLE" "MUTABLE_WITH_EXCLUSION"], got SOMETIMES',
    ],
    [
      'refused-values',
      'filters=["latest"]',
      'image_tag_mutability_exclusion_filter can only be used when image_tag_mutability is set to IMMUTABLE_WITH_EXCLUSION or MUTABLE_WITH_EXCLUSION',
    ],
    [
      'refused-values',
      'filters=["a*b*c*"]',
      'Image tag mutability exclusion filter can contain a maximum of 2 wildcards (*)',
    ],
    [
      'refused-values',
      'filters=["no spaces"]',
      'invalid value for filter (must contain only letters, numbers, and special characters (._*-))',
    ],
    [
      'refused-values',
      'filters=["a","b","c","d","e","f"]',
      'No more than 5 "image_tag_mutability_exclusion_filter" blocks are allowed',
    ],
    ['refused-values', 'policy={"rules":[', '"policy" contains an invalid JSON'],
    ['iam', 'seconds=60', 'expected max_session_duration to be in the range (3600 - 43200), got 60'],
    ['iam', 'role_name=a role', 'invalid value for name (must match [\\w+=,.@-])'],
    [
      'iam',
      'provider_url=http://a.example',
      'expected "url" to have a url with schema of: "https", got http://a.example',
    ],
    ['buckets', 'algorithm=ROT13', 'expected sse_algorithm to be one of ["AES256"'],
    ['buckets', 'ownership=Nobody', 'expected object_ownership to be one of ['],
    [
      'buckets',
      'versioning=Sometimes',
      'expected status to be one of ["Enabled" "Suspended" "Disabled"], got Sometimes',
    ],
    ['events', 'rule_name=a rule', `"name" doesn't comply with restrictions ("^[0-9A-Za-z_.-]+$"): "a rule"`],
    ['events', 'rule_state=ASLEEP', 'expected state to be one of ["DISABLED" "ENABLED"'],
    ['events', 'retries=1000', 'expected maximum_retry_attempts to be in the range (0 - 185), got 1000'],
    ['events', 'topic_name=a topic', 'invalid topic name: a topic'],
    ['events', 'filter={', '"filter_policy" contains an invalid JSON'],
  ])('of %s refuses %s', async (fixture, value, words) => {
    const terraform = await initialised(fixture);
    const variables = [...(VARIABLES[fixture] ?? []), value].map((variable) => `-var=${variable}`);
    expectRefusal(await terraform.run('plan', '-no-color', ...variables), words);
  });

  it('refuses the scope of a filter that is not there', async () => {
    const terraform = await initialised('events');
    const options = ['-var=account=111122223333', '-var=filter=', '-var=filter_scope=MessageBody'];
    expectRefusal(
      await terraform.run('plan', '-no-color', ...options),
      'filter_policy is required when filter_policy_scope is set',
    );
  });
});
