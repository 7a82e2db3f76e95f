import { describe, expect, it } from '@jest/globals';
import { fakeContext } from '../testing/fake-context.ts';
import type { ResourceBehaviour } from '../resources/resource-behaviour.ts';
import { decodeValue } from '../wire/dynamic-value.ts';
import { importResourceState } from './import-resource-state.ts';

function imported(id: string, behaviour: Partial<ResourceBehaviour> = {}) {
  const { importedResources } = importResourceState(fakeContext(behaviour), { typeName: 'aws_fake', id });
  return decodeValue(importedResources[0]!.state);
}

describe('an imported id', () => {
  it('is the id, in the region of the provider', () => {
    expect(imported('mlops/api')).toMatchObject({ id: 'mlops/api', region: 'eu-west-1', name: null });
  });

  it('may name another region', () => {
    expect(imported('mlops/api@us-west-2')).toMatchObject({ id: 'mlops/api', region: 'us-west-2' });
  });

  it('may tell more than the id', () => {
    const behaviour = { imported: (id: string) => ({ id: `a-${id}`, name: id, region: 'eu-central-1' }) };
    expect(imported('b', behaviour)).toMatchObject({ id: 'a-b', name: 'b', region: 'eu-central-1' });
  });
});
