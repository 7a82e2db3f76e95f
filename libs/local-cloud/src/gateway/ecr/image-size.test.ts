import { expect, it } from '@jest/globals';
import { imageSize } from './image-size.ts';
import { parseManifest } from './parse-manifest.ts';

const part = (size: number, digest = 'sha256:x') => ({ digest, size });

it('is that of configuration and layers', () => {
  expect(imageSize({ config: part(7), layers: [part(100), part(20)] })).toBe(127);
});

it('of an index is that of its largest image', () => {
  const sizes = new Map([
    ['sha256:a', 10],
    ['sha256:b', 30],
  ]);
  expect(imageSize({ manifests: [part(1, 'sha256:a'), part(1, 'sha256:b'), part(1, 'sha256:unknown')] }, sizes)).toBe(
    30,
  );
});

it.each(['', 'null', '[]', '"text"', '{'])('%s is no manifest', (text) => {
  expect(parseManifest(text)).toBeUndefined();
});
