import { expect, it } from '@jest/globals';
import { withUntagged } from './with-untagged.ts';

it('adds images that were deleted by digest and not told, but none that failed', () => {
  const told = { imageDigest: 'sha256:a', imageTag: 'v1' };
  const failure = {
    imageId: { imageDigest: 'sha256:c' },
    failureCode: 'ImageNotFound',
    failureReason: 'Requested image not found',
  };
  const asked = [
    { imageDigest: 'sha256:a' },
    { imageDigest: 'sha256:b' },
    { imageDigest: 'sha256:c' },
    { imageTag: 'v2' },
  ];
  expect(withUntagged({ imageIds: [told], failures: [failure] }, asked)).toEqual({
    imageIds: [told, { imageDigest: 'sha256:b' }],
    failures: [failure],
  });
});
