import { describe, expect, it } from '@jest/globals';
import { UNKNOWN, type CtyObject } from '../wire/cty-value.ts';
import { behaviours } from './behaviours.ts';

function problems(type: string, config: CtyObject): readonly string[] {
  const validate = behaviours.resources.get(type)?.validate;
  if (validate === undefined) throw new Error(`"${type}" has no checks`);
  return validate(config).map(({ summary }) => summary);
}

const scanRule = (filter: string, filter_type = 'WILDCARD') => ({
  rule: [{ scan_frequency: 'SCAN_ON_PUSH', repository_filter: [{ filter, filter_type }] }],
});

const replication = (registry_id: string) => ({
  replication_configuration: [{ rule: [{ destination: [{ region: 'us-west-2', registry_id }] }] }],
});

// The words are those of terraform-provider-aws and of the validators in its SDK.
describe('a configuration is refused', () => {
  it.each<[string, CtyObject, string]>([
    [
      'aws_ecr_repository',
      { encryption_configuration: [{ encryption_type: 'DES' }] },
      'expected encryption_type to be one of ["AES256" "KMS" "KMS_DSSE"], got DES',
    ],
    [
      'aws_ecr_repository',
      { image_tag_mutability_exclusion_filter: [{ filter: 'a'.repeat(129) }] },
      'expected length of filter to be in the range (1 - 128), got ',
    ],
    ['aws_ecr_registry_policy', { policy: '{' }, '"policy" contains an invalid JSON: '],
    ['aws_ecr_repository_policy', { policy: '' }, '"policy" contains an invalid JSON: '],
    [
      'aws_ecr_registry_scanning_configuration',
      { scan_type: 'DEEP' },
      'expected scan_type to be one of ["BASIC" "ENHANCED"], got DEEP',
    ],
    [
      'aws_ecr_registry_scanning_configuration',
      scanRule('Team/*'),
      'invalid value for filter (must contain only lowercase',
    ],
    [
      'aws_ecr_registry_scanning_configuration',
      scanRule('a', 'PREFIX'),
      'expected filter_type to be one of ["WILDCARD"], got PREFIX',
    ],
    [
      'aws_ecr_replication_configuration',
      replication('12'),
      '"registry_id" doesn\'t look like AWS Account ID (exactly 12 digits): "12"',
    ],
    [
      'aws_kms_key',
      { deletion_window_in_days: 6 },
      'expected deletion_window_in_days to be in the range (7 - 30), got 6',
    ],
    [
      'aws_kms_key',
      { rotation_period_in_days: 89, enable_key_rotation: true },
      'expected rotation_period_in_days to be in the range (90 - 2560), got 89',
    ],
    [
      'aws_kms_key',
      { rotation_period_in_days: 90 },
      '"rotation_period_in_days": all of `enable_key_rotation,rotation_period_in_days` must be specified',
    ],
    ['aws_kms_alias', { name: 'ecr' }, '"name" must begin with \'alias/\' and be comprised of only [a-zA-Z0-9:/_-]'],
    ['aws_kms_alias', { name: 'alias/aws/ecr' }, '"name" cannot begin with reserved AWS CMK prefix'],
    ['aws_kms_alias', { name: 'alias/a', name_prefix: 'alias/b' }, '"name": conflicts with name_prefix'],
    [
      'aws_iam_role',
      { name_prefix: 'a'.repeat(39) },
      'expected length of name_prefix to be in the range (1 - 38), got aaa',
    ],
    ['aws_iam_role', { description: '“CI”' }, 'cannot contain specially formatted single or double quotes: [“‘]'],
    ['aws_iam_role', { permissions_boundary: 'ReadOnly' }, '"permissions_boundary" (ReadOnly) is an invalid ARN'],
    [
      'aws_iam_role_policy',
      { role: 'arn:aws:iam::111111111111:role/ci' },
      '"role" must be the role\'s name not its ARN',
    ],
    ['aws_iam_policy', { policy: '[]' }, 'contains a JSON array, not a JSON object'],
    [
      'aws_iam_openid_connect_provider',
      { url: 'https://example.com?a=b' },
      '"url" cannot contain query parameters per the OIDC standard',
    ],
    [
      'aws_iam_openid_connect_provider',
      { thumbprint_list: ['abc'] },
      'expected length of thumbprint_list to be in the range (40 - 40), got abc',
    ],
    ['aws_s3_bucket', { bucket: 'a', bucket_prefix: 'b' }, '"bucket": conflicts with bucket_prefix'],
    ['aws_s3_bucket', { bucket: 'a--use1-az4--x-s3' }, 'Use the aws_s3_directory_bucket resource'],
    [
      'aws_s3_bucket_versioning',
      { expected_bucket_owner: 'me' },
      '"expected_bucket_owner" doesn\'t look like AWS Account ID (exactly 12 digits): "me"',
    ],
    [
      'aws_s3_bucket_lifecycle_configuration',
      { rule: [{ status: 'On' }] },
      'expected status to be one of ["Disabled" "Enabled"], got On',
    ],
    [
      'aws_cloudwatch_event_rule',
      { schedule_expression: 'rate(1 day)', is_enabled: true, state: 'ENABLED' },
      '"is_enabled": conflicts with state',
    ],
    [
      'aws_cloudwatch_event_rule',
      { event_pattern: JSON.stringify({ source: 'a'.repeat(4096) }) },
      '"event_pattern" cannot be longer than 4096 characters',
    ],
    [
      'aws_cloudwatch_event_target',
      { input_transformer: [{ input_paths: { AWSRegion: '$.region' }, input_template: 'a' }] },
      'Map key \'AWSRegion\' must not start with "AWS"',
    ],
    ['aws_sns_topic', { tracing_config: 'Sometimes' }, 'expected tracing_config to be one of ["Active" "PassThrough"]'],
    ['aws_sns_topic_subscription', { protocol: 'pigeon' }, 'expected protocol to be one of ["application" "email"'],
    ['aws_sns_topic_policy', { arn: 'alerts' }, '"arn" (alerts) is an invalid ARN: arn: invalid prefix'],
  ])('%s %j', (type, config, words) => {
    expect(problems(type, config)).toEqual([expect.stringContaining(words)]);
  });
});

describe('each argument at fault is named', () => {
  it('when one of several is needed', () => {
    const words = 'one of `event_pattern,schedule_expression` must be specified';
    expect(problems('aws_cloudwatch_event_rule', { name: 'a' })).toEqual([
      `"event_pattern": ${words}`,
      `"schedule_expression": ${words}`,
    ]);
  });

  it('when one only of several may be there', () => {
    expect(problems('aws_cloudwatch_event_target', { input: '{}', input_path: '$.detail' })).toEqual([
      '"input": conflicts with input_path',
      '"input_path": conflicts with input',
    ]);
  });
});

describe('a configuration is accepted', () => {
  it.each<[string, CtyObject]>([
    [
      'aws_ecr_repository',
      {
        image_tag_mutability: 'IMMUTABLE_WITH_EXCLUSION',
        image_tag_mutability_exclusion_filter: [{ filter: 'a*b*', filter_type: 'WILDCARD' }],
      },
    ],
    ['aws_ecr_repository', { image_tag_mutability: UNKNOWN, image_tag_mutability_exclusion_filter: UNKNOWN }],
    ['aws_ecr_registry_scanning_configuration', { scan_type: 'BASIC', ...scanRule('mlops/retail-*') }],
    ['aws_ecr_replication_configuration', replication('111111111111')],
    [
      'aws_kms_key',
      { deletion_window_in_days: 10, enable_key_rotation: true, rotation_period_in_days: 2560, policy: '{}' },
    ],
    ['aws_kms_key', { rotation_period_in_days: UNKNOWN, enable_key_rotation: UNKNOWN }],
    ['aws_kms_alias', { name: 'alias/dev-ecr', name_prefix: null }],
    ['aws_cloudwatch_event_rule', { event_pattern: UNKNOWN, is_enabled: UNKNOWN, state: UNKNOWN }],
    ['aws_sns_topic_subscription', { filter_policy: '', protocol: 'sqs' }],
    ['aws_iam_role', { name: 'ci+push=main,dev.@-', permissions_boundary: '' }],
  ])('%s %j', (type, config) => {
    expect(problems(type, config)).toEqual([]);
  });

  it('also when a filter is long and wrong: a pattern that tries everything would not come back', () => {
    expect(problems('aws_ecr_registry_scanning_configuration', scanRule(`${'a'.repeat(200)}!`))).toHaveLength(1);
  });
});
