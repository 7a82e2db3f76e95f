import { expect, it } from '@jest/globals';
import type { ContextEntry } from './build-context.ts';
import { contextWarning } from './context-size.ts';

function file(path: string, megabytes: number): ContextEntry {
  return { type: 'file', path, executable: false, bytes: megabytes * 1_000_000, sha256: '' };
}

it('says nothing of a context of a usual size', () => {
  expect(contextWarning([file('a', 499)])).toBeUndefined();
});

it('says how large a context is, and what makes it so, the largest first', () => {
  const entries: ContextEntry[] = [
    file('Dockerfile', 0),
    file('big.bin', 50),
    { type: 'folder', path: 'data' },
    file('data/raw/1', 900),
    file('data/raw/deep/2', 600),
    file('data/small', 1),
    file('models/m', 400),
  ];
  expect(contextWarning(entries)).toBe(
    "warning: the build context has 1.95 GB: 1.5 GB in 'data/raw', 400 MB in 'models/m', 50 MB in 'big.bin'; name in .dockerignore what the image doesn't need",
  );
});
