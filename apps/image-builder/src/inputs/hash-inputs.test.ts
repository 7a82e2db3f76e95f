import { expect, it } from '@jest/globals';
import type { BuildContext, ContextEntry } from '../context/build-context.ts';
import { hashInputs } from './hash-inputs.ts';
import type { HashedParts } from './hash-inputs.ts';

const file: ContextEntry = { type: 'file', path: 'a', executable: false, bytes: 1, sha256: '1' };

function context(...entries: readonly ContextEntry[]): BuildContext {
  return { folder: '/somewhere', dockerfile: '', entries };
}

const parts: HashedParts = { container: 'api', context: context(file), args: { A: '1' }, baseIds: ['sha256:x'] };

it('does not depend on where the folder is', () => {
  expect(hashInputs({ ...parts, context: { ...parts.context, folder: '/elsewhere' } })).toBe(hashInputs(parts));
});

it.each<[string, Partial<HashedParts>]>([
  ['the container', { container: 'web' }],
  ['a path', { context: context({ ...file, path: 'b' }) }],
  ['a mode', { context: context({ ...file, executable: true }) }],
  ['a content', { context: context({ ...file, sha256: '2' }) }],
  ['a new folder', { context: context(file, { type: 'folder', path: 'd' }) }],
  ['a link', { context: context({ type: 'link', path: 'a', target: '1' }) }],
  ['a build argument', { args: { A: '2' } }],
  ['a base image', { baseIds: ['sha256:y'] }],
])('changes with %s', (_, change) => {
  expect(hashInputs({ ...parts, ...change })).not.toBe(hashInputs(parts));
});
