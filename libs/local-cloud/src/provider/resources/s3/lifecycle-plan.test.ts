import { describe, expect, it } from '@jest/globals';
import type { CtyObject } from '../../wire/cty-value.ts';
import { UNKNOWN } from '../../wire/cty-value.ts';
import { plannedLifecycle } from './lifecycle-plan.ts';

function planned(config: CtyObject): CtyObject {
  return plannedLifecycle({ ...config }, { config, prior: null });
}

const SIZE = 'transition_default_minimum_object_size';

// What plans hold follows the plan modifiers of aws_s3_bucket_lifecycle_configuration of the real provider.
describe('a planned lifecycle configuration', () => {
  it('has the smallest size of S3 unless another is configured', () => {
    expect(planned({ rule: [] })[SIZE]).toBe('all_storage_classes_128K');
    expect(planned({ rule: [], [SIZE]: 'varies_by_storage_class' })[SIZE]).toBe('varies_by_storage_class');
    expect(planned({ rule: [], [SIZE]: UNKNOWN })[SIZE]).toBe(UNKNOWN);
  });

  it('leaves rules alone that are not known yet', () => {
    expect(planned({ rule: UNKNOWN })['rule']).toBe(UNKNOWN);
  });

  it('has zero values for what the older provider wrote so', () => {
    const rule = { id: 'a', status: 'Enabled', expiration: [{ days: 30 }], transition: [{ storage_class: 'GLACIER' }] };
    expect(planned({ rule: [rule] })['rule']).toEqual([
      {
        ...rule,
        prefix: '',
        filter: [],
        expiration: [{ days: 30, expired_object_delete_marker: false }],
        transition: [{ storage_class: 'GLACIER', days: 0 }],
      },
    ]);
  });

  it('has no days for a transition on a date', () => {
    const rule = { transition: [{ date: '2030-01-01T00:00:00Z', days: null, storage_class: 'GLACIER' }] };
    expect(planned({ rule: [rule] })['rule']).toMatchObject([rule]);
  });

  it.each<[string, CtyObject, CtyObject]>([
    ['an empty one', { and: [], tag: [], prefix: null }, { prefix: '' }],
    ['an empty one', { and: [], tag: [], prefix: '' }, { prefix: '' }],
    ['a prefix', { and: [], tag: [], prefix: 'logs/' }, { prefix: 'logs/' }],
    ['a prefix that is not known yet', { and: [], tag: [], prefix: UNKNOWN }, { prefix: UNKNOWN }],
    ['a tag', { and: [], tag: [{ key: 'a', value: 'b' }], prefix: null }, { prefix: null }],
    ['a size', { and: [], tag: [], prefix: null, object_size_less_than: 9 }, { prefix: null }],
    [
      'several conditions',
      { and: [{ tags: { a: 'b' } }], tag: [], prefix: null },
      { prefix: null, and: [{ tags: { a: 'b' }, object_size_greater_than: 0, object_size_less_than: 0, prefix: '' }] },
    ],
  ])('has for a filter of %s', (_what, filter, expected) => {
    expect(planned({ rule: [{ filter: [filter] }] })['rule']).toMatchObject([{ filter: [expected] }]);
  });
});
