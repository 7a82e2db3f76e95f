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

  it('accepts a type that the provider declares and cannot create', async () => {
    const terraform = await initialised('unsupported-type');
    expect((await terraform.run('validate', '-no-color')).exitCode).toBe(0);
  });

  it('does not know a type that the provider does not declare', async () => {
    const terraform = await initialised('unknown-type');
    expectRefusal(await terraform.run('validate', '-no-color'), 'does not support resource type "aws_sqs_queue"');
  });
});

describe('terraform plan', () => {
  it('refuses a type that it cannot create, and says what to do', async () => {
    const terraform = await initialised('unsupported-type');
    expectRefusal(
      await terraform.run('plan', '-no-color'),
      'knows the schema of "aws_iam_role" but cannot create it: leave it out for the local cloud',
    );
  });

  it.each([
    [
      'mutability=SOMETIMES',
      'expected image_tag_mutability to be one of ["IMMUTABLE" "IMMUTABLE_WITH_EXCLUSION" "MUTABLE" "MUTABLE_WITH_EXCLUSION"], got SOMETIMES',
    ],
    [
      'filters=["latest"]',
      'image_tag_mutability_exclusion_filter can only be used when image_tag_mutability is set to IMMUTABLE_WITH_EXCLUSION or MUTABLE_WITH_EXCLUSION',
    ],
    ['filters=["a*b*c*"]', 'Image tag mutability exclusion filter can contain a maximum of 2 wildcards (*)'],
    [
      'filters=["no spaces"]',
      'invalid value for filter (must contain only letters, numbers, and special characters (._*-))',
    ],
    ['filters=["a","b","c","d","e","f"]', 'No more than 5 "image_tag_mutability_exclusion_filter" blocks are allowed'],
    ['policy={"rules":[', '"policy" contains an invalid JSON'],
  ])('refuses %s', async (value, words) => {
    const terraform = await initialised('refused-values');
    expectRefusal(await terraform.run('plan', '-no-color', `-var=${value}`), words);
  });
});
