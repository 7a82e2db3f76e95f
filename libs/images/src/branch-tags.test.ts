import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { branchTags } from './branch-tags.ts';
import type { GitFacts } from './git-facts.ts';
import { isTagName } from './tag-name.ts';

const HASH = 'feedface'.repeat(8);
const git: GitFacts = {
  commit: '0123456789abcdef0123456789abcdef01234567',
  branch: 'main',
  dirty: false,
  committedAt: '2026-03-01T23:30:00-02:00',
  source: undefined,
};

function tagsOf(facts: Partial<GitFacts>): string[] {
  return branchTags({ ...git, ...facts }, HASH).map(({ name, moving }) => (moving ? `${name} (moving)` : name));
}

describe('branchTags', () => {
  it("names main by the commit's day in UTC and moves latest", () => {
    expect(tagsOf({})).toEqual(['v20260302-0123456789ab', 'latest (moving)']);
  });

  it('names develop by its commit and moves dev-latest', () => {
    expect(tagsOf({ branch: 'develop' })).toEqual(['dev-0123456789ab', 'dev-latest (moving)']);
  });

  it('names any other branch after itself and moves nothing', () => {
    expect(tagsOf({ branch: 'login/oauth #2' })).toEqual(['feature-login-oauth-2-0123456789ab']);
    expect(tagsOf({ branch: '日本' })).toEqual(['feature-0123456789ab']);
  });

  it.each(['main', 'develop', 'x'])('marks a dirty work tree of %s by its content and moves nothing', (branch) => {
    const [fixed, ...others] = tagsOf({ branch, dirty: true });
    expect(fixed).toMatch(/-0123456789ab-dirty-feedface$/);
    expect(others).toEqual([]);
  });

  it('always makes tags that a registry takes, and keeps the commit whole', () => {
    const facts = fc.record({
      branch: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      dirty: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (some) => {
        const tags = branchTags({ ...git, ...some }, HASH);
        expect(tags.every(({ name }) => isTagName(name))).toBe(true);
        expect(tags[0]?.name).toContain('0123456789ab');
      }),
    );
  });

  it('cuts a branch of 300 characters to a tag of 128', () => {
    expect(tagsOf({ branch: 'x'.repeat(300), dirty: true })[0]).toHaveLength(128);
  });

  it('refuses a short commit and a date that is none', () => {
    expect(() => tagsOf({ commit: '0123456' })).toThrow("'0123456' is not a commit");
    expect(() => tagsOf({ committedAt: 'yesterday' })).toThrow("'yesterday' is not a date");
  });
});
