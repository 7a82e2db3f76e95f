import { describe, expect, it } from '@jest/globals';
import { planCache } from './plan-cache.ts';
import type { CacheFacts } from './plan-cache.ts';

const facts: CacheFacts = {
  flags: { from: [] },
  container: 'api',
  branch: 'feature/x',
  repository: undefined,
  targets: ['inline', 'registry'],
  moves: () => true,
};
const repository = 'r.test/mlops/build-cache';

describe('planCache', () => {
  it('uses none where nobody asks for one', () => {
    expect(planCache(facts)).toEqual({ from: [], notes: [] });
  });

  it('reads the cache of the branch and of main, and writes that of the branch', () => {
    expect(planCache({ ...facts, repository })).toEqual({
      from: [`${repository}:api-feature-x`, `${repository}:api-main`],
      to: { type: 'registry', ref: `${repository}:api-feature-x` },
      notes: [],
    });
    expect(planCache({ ...facts, repository, branch: 'main' }).from).toEqual([`${repository}:api-main`]);
  });

  it('lets the command line stand before image.json', () => {
    const flags = { from: ['r.test/api:latest'], to: 'inline' };
    expect(planCache({ ...facts, repository, flags })).toEqual({
      from: ['r.test/api:latest'],
      to: { type: 'inline' },
      notes: [],
    });
    expect(planCache({ ...facts, flags: { from: [], to: 'r.test/c:api' } })).toMatchObject({
      to: { type: 'registry', ref: 'r.test/c:api' },
    });
  });

  it('leaves out what image.json asks for and the engine or the repository lacks, and says so', () => {
    const plain = planCache({ ...facts, repository, targets: ['inline'] });
    expect(plain).toMatchObject({ from: [`${repository}:api-feature-x`, `${repository}:api-main`] });
    expect(plain.to).toBeUndefined();
    expect(plain.notes.join()).toContain('BUILDKIT_HOST');
    const fixed = planCache({ ...facts, repository, moves: () => false });
    expect(fixed.to).toBeUndefined();
    expect(fixed.notes.join()).toMatch(/build-cache:api-feature-x' can't move.*immutableExcept/);
  });

  it.each([
    [
      'a cache in a registry by a plain engine',
      { flags: { from: [], to: 'r.test/c:a' }, targets: ['inline'] as const },
      /BUILDKIT_HOST/,
    ],
    ['a tag that stays', { flags: { from: [], to: 'r.test/c:a' }, moves: () => false }, /mutable/],
    ['what is no name to read', { flags: { from: ['r.test/c:'] } }, /registry\/repository:tag/],
    ['what is no name to write', { flags: { from: [], to: 'Bad Name' } }, /registry\/repository:tag/],
  ])('refuses %s', (_, more, fix) => {
    expect(() => planCache({ ...facts, ...more })).toThrow(
      expect.objectContaining({ code: 'configuration-invalid', fix: expect.stringMatching(fix) as unknown }),
    );
  });

  it('makes a tag of a branch with any name', () => {
    const { from } = planCache({ ...facts, repository, branch: `x;$(rm)/${'y'.repeat(200)}` });
    // OCI distribution specification, "Pulling manifests"
    expect(from[0]?.split(':')[1]).toMatch(/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/);
  });
});
