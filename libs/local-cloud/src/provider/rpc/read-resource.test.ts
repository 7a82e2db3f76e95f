import { describe, expect, it } from '@jest/globals';
import { equivalentPolicy } from '../plan/equivalent-policy.ts';
import type { Found } from '../resources/resource-behaviour.ts';
import { fakeContext } from '../testing/fake-context.ts';
import type { CtyObject } from '../wire/cty-value.ts';
import { decodeValue, encodeValue } from '../wire/dynamic-value.ts';
import { readResource } from './read-resource.ts';

async function read(found: Found | undefined, state: CtyObject) {
  const context = fakeContext({
    read: () => Promise.resolve(found),
    rules: { documents: { policy: equivalentPolicy } },
  });
  const request = { typeName: 'aws_fake', currentState: encodeValue(state), private: Buffer.from('kept') };
  const { newState, private: kept } = await readResource(context, request);
  return { state: decodeValue(newState), kept: Buffer.from(kept).toString() };
}

describe('reading', () => {
  it('answers null for what is gone', async () => {
    expect(await read(undefined, { id: 'a' })).toEqual({ state: null, kept: 'kept' });
  });

  it('keeps attributes of the state that AWS does not answer for', async () => {
    const { state } = await read({ attributes: { name: 'now' } }, { id: 'a', name: 'before', region: 'us-west-2' });
    expect(state).toMatchObject({ id: 'a', name: 'now', region: 'us-west-2' });
  });

  it('fills in the region of the provider block where the state has none', async () => {
    expect((await read({ attributes: {} }, { id: 'a' })).state).toMatchObject({ region: 'eu-west-1' });
  });

  it('keeps an equivalent document and takes another in one form', async () => {
    const before = '{"Statement":[{"Action":["b","a"]}]}';
    const same = await read(
      { attributes: { policy: '{ "Statement": { "Action": ["a", "b"] } }' } },
      { policy: before },
    );
    expect(same.state).toMatchObject({ policy: before });
    const other = await read({ attributes: { policy: '{ "Version": "x", "Statement": [] }' } }, { policy: before });
    expect(other.state).toMatchObject({ policy: '{"Statement":[],"Version":"x"}' });
  });

  it('keeps an empty text that AWS dropped', async () => {
    expect((await read({ attributes: { name: null } }, { name: '' })).state).toMatchObject({ name: '' });
    expect((await read({ attributes: { name: 'a' } }, { name: '' })).state).toMatchObject({ name: 'a' });
  });

  it('splits tags into own and all', async () => {
    const { state } = await read({ attributes: {}, tags: { Owner: 'ops', Team: 'a' } }, { tags: { Team: 'old' } });
    expect(state).toMatchObject({ tags: { Team: 'a' }, tags_all: { Owner: 'ops', Team: 'a' } });
  });
});
