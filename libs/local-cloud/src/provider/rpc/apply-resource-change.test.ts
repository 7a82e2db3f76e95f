import { describe, expect, it } from '@jest/globals';
import type { ResourceBehaviour } from '../resources/resource-behaviour.ts';
import { Refusal } from '../session/refusal.ts';
import { fakeContext } from '../testing/fake-context.ts';
import { UNKNOWN, type CtyObject } from '../wire/cty-value.ts';
import { decodeValue, encodeValue } from '../wire/dynamic-value.ts';
import { applyResourceChange } from './apply-resource-change.ts';

interface Step {
  readonly prior?: CtyObject;
  readonly planned?: CtyObject;
}

async function apply(behaviour: Partial<ResourceBehaviour>, { prior, planned }: Step) {
  const { newState, diagnostics } = await applyResourceChange(fakeContext(behaviour), {
    typeName: 'aws_fake',
    priorState: encodeValue(prior ?? null),
    plannedState: encodeValue(planned ?? null),
    config: encodeValue(null),
  });
  return { state: decodeValue(newState), problems: diagnostics.map(({ summary }) => summary) };
}

const found = (attributes: CtyObject) => ({ read: () => Promise.resolve({ attributes }) });
const failing = (message: string) => () => Promise.reject(new Error(message));

describe('creating', () => {
  it('answers what AWS holds afterwards', async () => {
    const behaviour = { create: () => Promise.resolve('one'), ...found({ name: 'as AWS says' }) };
    const { state, problems } = await apply(behaviour, { planned: { name: 'one', id: UNKNOWN, region: 'eu-west-1' } });
    expect(state).toMatchObject({ id: 'one', name: 'as AWS says', region: 'eu-west-1' });
    expect(problems).toEqual([]);
  });

  it('that fails leaves nothing in the state', async () => {
    const outcome = await apply({ create: failing('no room') }, { planned: { name: 'one' } });
    expect(outcome).toEqual({ state: null, problems: ['creating Fake (one): no room'] });
  });

  it('that fails half way keeps the id, so that the thing is not lost', async () => {
    const behaviour = { create: () => Promise.resolve('one'), complete: failing('no rotation') };
    const { state, problems } = await apply(behaviour, { planned: { name: 'a', policy: UNKNOWN } });
    expect(state).toMatchObject({ id: 'one', name: 'a', policy: null });
    expect(problems).toEqual(['creating Fake (a): no rotation']);
  });

  it('of something that is gone at once is an error', async () => {
    const behaviour = { create: () => Promise.resolve('one'), read: () => Promise.resolve(undefined) };
    const { problems } = await apply(behaviour, { planned: { name: 'a' } });
    expect(problems).toEqual(['creating Fake (a): it was not there when read back']);
  });
});

describe('updating', () => {
  it('that fails keeps the prior state', async () => {
    const prior = { id: 'one', name: 'a', region: 'eu-west-1' };
    const { state, problems } = await apply({ update: failing('busy') }, { prior, planned: { ...prior, name: 'b' } });
    expect(state).toMatchObject(prior);
    expect(problems).toEqual(['updating Fake (one): busy']);
  });
});

describe('deleting', () => {
  it('leaves nothing', async () => {
    expect(await apply({ delete: () => Promise.resolve() }, { prior: { id: 'one' } })).toEqual({
      state: null,
      problems: [],
    });
  });

  it('that is refused keeps the state and says why in the words of the refusal', async () => {
    const refuse = () => Promise.reject(new Refusal('not empty'));
    const { state, problems } = await apply({ delete: refuse }, { prior: { id: 'one' } });
    expect(state).toMatchObject({ id: 'one' });
    expect(problems).toEqual(['not empty']);
  });
});
