import { expect, it } from '@jest/globals';
import { oneCacheEach } from './one-cache-each.ts';

it('refuses one name for the caches of several containers', () => {
  expect(() => {
    oneCacheEach({ from: [], to: 'r.test/c:a' }, ['server', 'training']);
  }).toThrow("--cache-to 'r.test/c:a' is one cache, and server, training would replace it for each other");
});

it.each([
  [undefined, ['server', 'training']],
  [{ from: ['r.test/c:a'] }, ['server', 'training']],
  [{ from: [], to: 'inline' }, ['server', 'training']],
  [{ from: [], to: 'r.test/c:a' }, ['server']],
])('takes %j for %j', (flags, containers) => {
  expect(() => {
    oneCacheEach(flags, containers);
  }).not.toThrow();
});
