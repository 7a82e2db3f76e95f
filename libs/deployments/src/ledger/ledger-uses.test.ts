import { expect, it } from '@jest/globals';
import type { Digest, ReleaseAction, ReleaseEntry } from '@slipway/images';
import { ledgerUses } from './ledger-uses.ts';

function digestOf(name: string): Digest {
  return `sha256:${name.repeat(64)}`;
}

function entries(...history: readonly (readonly [ReleaseAction, string, string?])[]): ReleaseEntry[] {
  return history.map(([action, name, previous], index) => ({
    schemaVersion: 1,
    environment: 'prod',
    container: 'api',
    sequence: index + 1,
    action,
    repository: 'shop/api',
    digest: digestOf(name),
    tags: [],
    ...(previous === undefined ? {} : { previous: digestOf(previous) }),
    by: 'tester',
    at: '2026-03-01T00:00:00Z',
  }));
}

function needed(history: readonly ReleaseEntry[]): ReadonlySet<string | undefined> {
  return new Set(ledgerUses(history).map(({ digest }) => digest));
}

it('needs the current image and the one before, and no older ones', () => {
  const history = entries(['promote', 'a'], ['promote', 'b', 'a'], ['promote', 'c', 'b']);
  expect(needed(history)).toEqual(new Set(['c', 'b'].map(digestOf)));
  expect(ledgerUses(history)[0]).toEqual({
    source: 'ledger:prod',
    reference: "current release of 'api'",
    digest: digestOf('c'),
    release: 'current',
  });
});

it('needs after a rollback what another one would return to, too', () => {
  const history = entries(['promote', 'a'], ['promote', 'b', 'a'], ['promote', 'c', 'b'], ['rollback', 'b', 'c']);
  expect(needed(history)).toEqual(new Set(['a', 'b', 'c'].map(digestOf)));
});

it('needs what is deployed while a newer release waits', () => {
  const history = entries(
    ['promote', 'a'],
    ['deploy', 'a'],
    ['promote', 'b', 'a'],
    ['deploy', 'b', 'a'],
    ['promote', 'c', 'b'],
    ['promote', 'd', 'c'],
  );
  expect(needed(history)).toEqual(new Set(['a', 'b', 'c', 'd'].map(digestOf)));
});

it('needs nothing of tests, nor of an empty ledger', () => {
  expect(needed(entries(['test', 'a']))).toEqual(new Set());
  expect(needed([])).toEqual(new Set());
});
