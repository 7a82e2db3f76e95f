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
  ])('%s %j', (type, config, words) => {
    expect(problems(type, config)).toEqual([expect.stringContaining(words)]);
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
  ])('%s %j', (type, config) => {
    expect(problems(type, config)).toEqual([]);
  });

  it('also when a filter is long and wrong: a pattern that tries everything would not come back', () => {
    expect(problems('aws_ecr_registry_scanning_configuration', scanRule(`${'a'.repeat(200)}!`))).toHaveLength(1);
  });
});
