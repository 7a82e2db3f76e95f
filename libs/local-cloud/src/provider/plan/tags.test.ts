import { describe, expect, it } from '@jest/globals';
import { ownTags } from './tags.ts';

const defaultTags = { Owner: 'platform' };

describe('the tags that a resource answers for', () => {
  it('are those that no default gives', () => {
    expect(ownTags({ Owner: 'platform', Team: 'a' }, { defaultTags, tags: { Team: 'a' } })).toEqual({ Team: 'a' });
  });

  it('include a default tag that has another value at AWS', () => {
    expect(ownTags({ Owner: 'somebody' }, { defaultTags, tags: null })).toEqual({ Owner: 'somebody' });
  });

  it('include a default tag that the resource repeats', () => {
    expect(ownTags({ Owner: 'platform' }, { defaultTags, tags: { Owner: 'platform' } })).toEqual({ Owner: 'platform' });
  });

  it('are null when there are none and were none, and empty when the configuration says so', () => {
    expect(ownTags({ Owner: 'platform' }, { defaultTags, tags: null })).toBeNull();
    expect(ownTags({ Owner: 'platform' }, { defaultTags, tags: {} })).toEqual({});
  });
});
