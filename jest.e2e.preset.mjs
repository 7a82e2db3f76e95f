import preset from './jest.preset.mjs';

/** Tests against real Terraform, a real registry, a real Docker engine: one file at a time. */
export default {
  ...preset,
  testMatch: ['**/*.e2e.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 300_000,
};
