import { describe, expect, it } from '@jest/globals';
import { api } from '@slipway/ecr-inventory/testing';
import type { InventoryImage } from '@slipway/lifecycle';
import fc from 'fast-check';

import { imageFamily } from './image-family.ts';
import { planRepository } from './plan-repository.ts';
import type { CleanupFacts } from './plan-repository.ts';
import type { ImageUse } from '@slipway/images';
import { NOW, digestOf, testImage } from './test-image.ts';

const place = { region: 'us-east-1', name: 'shop/api', spec: { ...api, movingTags: ['dev-latest'] } };
const rules = { keep: 2, olderThanDays: 1 };

interface Case {
  readonly uses?: readonly ImageUse[];
  readonly rules?: CleanupFacts['rules'];
  readonly warnings?: readonly string[];
}

function plan(images: readonly InventoryImage[], more: Case = {}) {
  const facts = { rules: more.rules ?? rules, uses: more.uses ?? [], now: NOW };
  const { go, stay } = planRepository(place, { images, warnings: more.warnings ?? [] }, facts);
  const named = (list: typeof go) =>
    Object.fromEntries(list.map(({ digest, because }) => [names.get(digest) ?? digest, because]));
  return { go: named(go), stay: named(stay) };
}

const names = new Map<string, string>(
  ['a', 'b', 'c', 'd', 'index', 'child', 'signature', 'sbom'].map((name) => [digestOf(name), name] as const),
);

describe('planRepository', () => {
  it('lets untagged and superseded images go, and says why', () => {
    const images = [
      testImage('a', { age: 3, tags: ['v3'] }),
      testImage('b', { age: 4, tags: ['v2'] }),
      testImage('c', { age: 5, tags: ['v1'] }),
      testImage('d', { age: 2 }),
    ];
    expect(plan(images)).toEqual({
      go: {
        c: 'superseded: not among the 2 newest of its line, pushed 5 days ago',
        d: 'untagged, pushed 2 days ago',
      },
      stay: { a: "among the 2 newest of line 'v'", b: "among the 2 newest of line 'v'" },
    });
  });

  it('counts each line of tags on its own', () => {
    const images = ['v1-a', 'dev-a', 'feature-x-a', '0123abcdef', 'main-1', 'feature-y-a'].map((tag, index) =>
      testImage(tag, { age: 10 + index, tags: [tag] }),
    );
    expect(plan(images).go).toEqual({});
  });

  it('keeps what is deployed or named by a ledger, by digest and by tag', () => {
    const images = ['a', 'b', 'c', 'd'].map((name, index) =>
      testImage(name, { age: 10 + index, tags: name === 'c' ? ['x1'] : [] }),
    );
    const uses = [
      { source: 'ecs', reference: `111111111111.dkr.ecr.us-east-1.amazonaws.com/shop/api@${digestOf('a')}` },
      { source: 'ledger:prod', reference: "previous release of 'server'", digest: digestOf('b') },
      { source: 'eks', reference: 'host.test/shop/api:x1' },
      { source: 'eks', reference: 'host.test/shop/other:x2' },
    ];
    const { go, stay } = plan(images, { uses, rules: { keep: 1, olderThanDays: 1 } });
    expect(Object.keys(go)).toEqual(['d']);
    expect(stay['b']).toBe("in use: ledger:prod, previous release of 'server'");
    expect(stay['c']).toBe('in use: eks, host.test/shop/api:x1');
  });

  it('keeps a digest that another repository runs: copies share it', () => {
    const uses = [{ source: 'lambda', reference: `host.test/shop/other@${digestOf('a')}` }];
    expect(plan([testImage('a', { age: 9 })], { uses }).go).toEqual({});
  });

  it('keeps moving tags and whatever is younger than a day', () => {
    const images = [
      testImage('a', { age: 90, tags: ['dev-latest'] }),
      testImage('b', { age: 0.9 }),
      testImage('c', { age: 90, tags: ['latest'] }),
    ];
    expect(plan(images, { rules: { keep: 0, olderThanDays: 1 } })).toEqual({
      go: {},
      stay: { a: "has the moving tag 'dev-latest'", b: 'younger than 1 day', c: "has the moving tag 'latest'" },
    });
  });

  it('keeps the images of an index and the signatures of an image with it', () => {
    const images = [
      testImage('index', { age: 9, tags: ['v1'], children: [digestOf('child')] }),
      testImage('child', { age: 9 }),
      testImage('signature', { age: 9, subject: digestOf('child') }),
      testImage('sbom', { age: 9, tags: [`sha256-${digestOf('child').slice(7)}.sbom`] }),
    ];
    expect(plan(images).go).toEqual({});
    expect(plan(images, { rules: { keep: 0, olderThanDays: 1 } }).stay).toEqual({});
  });

  it('keeps the index of an image that runs, and nothing for the sake of a list without a tag', () => {
    const images = [
      testImage('index', { age: 9, children: [digestOf('child')] }),
      testImage('child', { age: 9, tags: ['v1'] }),
    ];
    expect(Object.keys(plan(images).go)).toEqual(['index']);
    const uses = [{ source: 'eks', reference: 'x', digest: digestOf('child') }];
    expect(plan(images, { uses }).stay['index']).toMatch(/^holds or is the subject of sha256:/);
  });

  it('lets no untagged image go where a manifest could not be read: it may hold it', () => {
    const images = [testImage('a', { age: 9 }), testImage('b', { age: 9, tags: ['v1'] })];
    const { go } = plan(images, { warnings: ['unreadable'], rules: { keep: 0, olderThanDays: 1 } });
    expect(Object.keys(go)).toEqual(['b']);
  });

  it('leaves younger images than was asked for', () => {
    const images = [testImage('a', { age: 29 }), testImage('b', { age: 31 })];
    expect(Object.keys(plan(images, { rules: { keep: 0, olderThanDays: 30 } }).go)).toEqual(['b']);
  });
});

describe('any plan', () => {
  const imageArbitrary = fc.record({
    name: fc.constantFrom('a', 'b', 'c', 'd', 'index', 'child', 'signature', 'sbom'),
    age: fc.integer({ min: 0, max: 40 }),
    tags: fc.subarray(['v1', 'v2', 'dev-1', 'latest', 'dev-latest']),
    child: fc.option(fc.constantFrom('a', 'b', 'child')),
    subject: fc.option(fc.constantFrom('a', 'index', 'child')),
  });
  const images = fc.uniqueArray(imageArbitrary, { selector: ({ name }) => name }).map((all) =>
    all.map(({ name, age, tags, child, subject }) =>
      testImage(name, {
        age,
        tags,
        ...(child === null ? {} : { children: [digestOf(child)] }),
        ...(subject === null ? {} : { subject: digestOf(subject) }),
      }),
    ),
  );
  const settings = fc.record({ keep: fc.integer({ min: 0, max: 3 }), olderThanDays: fc.integer({ min: 1, max: 20 }) });
  const used = fc.subarray(['a', 'child', 'index', 'signature']);

  it('decides about every image once, never takes a needed one, nor one that belongs to it', () => {
    fc.assert(
      fc.property(images, settings, used, (inventory, chosen, needed) => {
        const uses = needed.map((name) => ({ source: 'ecs', reference: name, digest: digestOf(name) }));
        const { go, stay } = planRepository(
          place,
          { images: inventory, warnings: [] },
          { rules: chosen, uses, now: NOW },
        );
        const gone = new Set(go.map(({ digest }) => digest));
        expect([...go, ...stay].map(({ digest }) => digest).sort()).toEqual(
          inventory.map(({ digest }) => digest).sort(),
        );
        for (const name of needed) expect(gone.has(digestOf(name))).toBe(false);
        for (const { digest, pushedAt, tags } of inventory.filter((image) => gone.has(image.digest))) {
          expect(NOW.getTime() - pushedAt.getTime()).toBeGreaterThanOrEqual(86_400_000);
          expect(tags).not.toContain('latest');
          for (const parent of imageFamily(inventory).parents.get(digest) ?? []) expect(gone.has(parent)).toBe(true);
        }
      }),
    );
  });
});
