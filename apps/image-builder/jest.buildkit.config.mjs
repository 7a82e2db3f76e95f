import preset from '../../jest.e2e.preset.mjs';

/** Tests against a real BuildKit: `buildkitd`, `buildctl`, `runc` and `docker-registry` are on the PATH. */
export default { ...preset, displayName: 'image-builder buildkit', testMatch: ['**/*.buildkit.ts'] };
