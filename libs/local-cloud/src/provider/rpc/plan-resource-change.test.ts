import { describe, expect, it } from '@jest/globals';
import { fakeContext } from '../testing/fake-context.ts';
import { decodeValue, encodeValue } from '../wire/dynamic-value.ts';
import { planResourceChange } from './plan-resource-change.ts';

const create = (typeName: string) => ({
  typeName,
  priorState: encodeValue(null),
  proposedNewState: encodeValue({ name: 'a' }),
  config: encodeValue({ name: 'a' }),
  priorPrivate: Buffer.alloc(0),
});

describe('planning', () => {
  it('answers every attribute of the schema', () => {
    const { plannedState } = planResourceChange(fakeContext({}), create('aws_fake'));
    expect(Object.keys(decodeValue(plannedState) as object).sort()).toEqual([
      'id',
      'name',
      'policy',
      'region',
      'tags',
      'tags_all',
    ]);
  });

  it('of a destroy plans null', () => {
    const destroy = {
      ...create('aws_fake'),
      priorState: encodeValue({ id: 'a' }),
      proposedNewState: encodeValue(null),
    };
    expect(decodeValue(planResourceChange(fakeContext({}), destroy).plannedState)).toBeNull();
  });

  it('is refused by a rule over the filled-in plan', () => {
    const context = fakeContext({ refuse: ({ region }) => (region === 'eu-west-1' ? 'not there' : undefined) });
    expect(() => planResourceChange(context, create('aws_fake'))).toThrow('not there');
  });

  it('is refused for a type that the provider does not declare', () => {
    expect(() => planResourceChange(fakeContext({}), create('aws_bare'))).toThrow('does not declare "aws_bare"');
  });

  it('is refused by a rule that compares with what was before', () => {
    const context = fakeContext({ refuse: (_planned, prior) => (prior === null ? undefined : 'was there') });
    expect(() => planResourceChange(context, create('aws_fake'))).not.toThrow();
    const update = { ...create('aws_fake'), priorState: encodeValue({ id: 'a', name: 'b' }) };
    expect(() => planResourceChange(context, update)).toThrow('was there');
  });

  it('is refused before Configure', () => {
    const context = fakeContext({});
    context.close();
    expect(() => planResourceChange(context, create('aws_fake'))).toThrow('not configured');
  });
});
