import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GitFacts } from './git-facts.ts';
import { imageTags } from './image-tags.ts';
import { isTagName } from './tag-name.ts';
import { tagRuleProblems } from './tag-rule-problems.ts';
import type { TagRules } from './tag-rule.ts';

const HASH = 'feedface'.repeat(8);
const git: GitFacts = {
  commit: '0123456789abcdef0123456789abcdef01234567',
  branch: 'main',
  dirty: false,
  committedAt: '2026-03-01T23:30:00-02:00',
  source: undefined,
};

function tagsBy(rules: TagRules, facts: Partial<GitFacts>): string[] {
  const tags = imageTags(rules, { git: { ...git, ...facts }, container: 'server', inputsHash: HASH });
  return tags.map(({ name, moving }) => (moving ? `${name} (moving)` : name));
}

const tagsOf = (facts: Partial<GitFacts>): string[] => tagsBy('branch', facts);

describe('the preset branch', () => {
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
        const tags = imageTags('branch', { git: { ...git, ...some }, container: 'server', inputsHash: HASH });
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

describe('the preset semver', () => {
  it('names a release by its version, and moves the tags that others follow', () => {
    expect(tagsBy('semver', { tags: ['v1.2.3', 'nightly'] })).toEqual([
      'v1.2.3',
      'v1.2.3-0123456789ab',
      'v1.2 (moving)',
      'v1 (moving)',
    ]);
  });

  /** docker/metadata-action, "type=semver": a pre-release only gets its whole version. */
  it('moves nothing for a version before a release', () => {
    expect(tagsBy('semver', { tags: ['v2.0.0-rc.1'] })).toEqual(['v2.0.0-rc.1', 'v2.0.0-rc.1-0123456789ab']);
  });

  it('refuses a commit without a version', () => {
    expect(() => tagsBy('semver', { tags: ['nightly', 'v1.2', 'v1.2.3-$(id)', 'training@1.0.0'] })).toThrow(
      "no rule makes a tag that stays for the branch 'main' at 0123456789ab, which no git tag gives a version",
    );
  });

  it("takes the highest version, and the container's own before all", () => {
    expect(tagsBy('semver', { tags: ['v9.0.0', 'server@1.9.0', 'server-v1.10.0'] })[0]).toBe('v1.10.0');
    expect(tagsBy('semver', { tags: ['v1.9.0', '1.10.0'] })[0]).toBe('v1.10.0');
  });

  it('leaves build metadata out: a tag has no plus sign', () => {
    expect(tagsBy('semver', { tags: ['v1.2.3+build.5'] })[0]).toBe('v1.2.3');
  });
});

describe('imageTags', () => {
  it('names an image by the whole commit, and latest on main alone', () => {
    expect(tagsBy('commit', {})).toEqual([git.commit, 'latest (moving)']);
    expect(tagsBy('commit', { branch: 'x' })).toEqual([git.commit]);
  });

  it('follows rules of its own, for the branches that they name', () => {
    const rules: TagRules = [
      { pattern: 'staging-v{date}-{sha}', branches: ['release/*', '!release/old*'] },
      { pattern: '{branch}-{sha}' },
      { pattern: '{branch}', moving: true },
    ];
    expect(tagsBy(rules, { branch: 'release/7' })).toEqual([
      'staging-v20260302-0123456789ab',
      'release-7-0123456789ab',
      'release-7 (moving)',
    ]);
    expect(tagsBy(rules, { branch: 'release/old-1' })).toEqual([
      'release-old-1-0123456789ab',
      'release-old-1 (moving)',
    ]);
    expect(tagsBy(rules, { branch: '...' })).toEqual(['0123456789ab']);
  });

  it('makes only tags that a registry takes, by every rule without a problem, for every branch', () => {
    const word = fc.constantFrom(
      '{branch}',
      '{sha}',
      '{date}',
      '{version}',
      '{major}',
      '-',
      '.',
      '_',
      'v',
      'x',
      '{',
      '$',
    );
    const pattern = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(''));
    const rules = fc.array(fc.record({ pattern, moving: fc.boolean() }), { minLength: 1, maxLength: 4 });
    const branch = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
      fc.constantFrom(
        '$(rm -rf /)',
        '`id`',
        '--help',
        '-rf',
        'a;b|c&d',
        '../../etc',
        '日本',
        'x'.repeat(300),
        '\u202e\u0000',
      ),
    );
    fc.assert(
      fc.property(rules, branch, fc.boolean(), (some, name, dirty) => {
        fc.pre(tagRuleProblems([...some, { pattern: '{sha}' }]).length === 0);
        const facts = { git: { ...git, branch: name, dirty, tags: ['v1.2.3'] }, container: 'server', inputsHash: HASH };
        const tags = imageTags([...some, { pattern: '{sha}' }], facts);
        expect(tags.filter((tag) => !isTagName(tag.name))).toEqual([]);
        expect(tags[0]?.moving).toBe(false);
        expect(new Set(tags.map((tag) => tag.name)).size).toBe(tags.length);
        expect(tags.filter(({ moving }) => moving && dirty)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('tagRuleProblems', () => {
  it.each<[string, TagRules, RegExp]>([
    ['an unknown placeholder', [{ pattern: '{shaa}' }], /unknown placeholder '\{shaa\}': use \{branch\}, \{sha\}/],
    ['what is no tag', [{ pattern: 'a b-{sha}' }], /'a b-\{sha\}' makes no tag/],
    ['a dash at the start', [{ pattern: '-{sha}' }], /makes no tag/],
    ['a tag that stays and is not unique', [{ pattern: 'latest' }], /'latest' is taken once the next commit is pushed/],
    ['a branch that stays', [{ pattern: '{branch}' }], /is taken once the next commit/],
    ['rules that only move', [{ pattern: 'latest', moving: true }], /no rule makes a tag that stays/],
    ['no rules', [], /no rule makes a tag that stays/],
  ])('finds %s', (_, rules, problem) => {
    expect(tagRuleProblems(rules).join('\n')).toMatch(problem);
  });

  it.each(['branch', 'commit', 'semver'] as const)('finds nothing in the preset %s', (preset) => {
    expect(tagRuleProblems(preset)).toEqual([]);
  });
});
