import type { TagPreset, TagRule } from './tag-rule.ts';

/** Rules by name. A preset for production is `semver`: it has no tag for a commit without a version. */
export const TAG_PRESETS: Readonly<Record<TagPreset, readonly TagRule[]>> = {
  branch: [
    { pattern: 'v{date}-{sha}', branches: ['main'] },
    { pattern: 'latest', moving: true, branches: ['main'] },
    { pattern: 'dev-{sha}', branches: ['develop'] },
    { pattern: 'dev-latest', moving: true, branches: ['develop'] },
    { pattern: 'feature-{branch}-{sha}', branches: ['*', '!main', '!develop'] },
  ],
  commit: [{ pattern: '{commit}' }, { pattern: 'latest', moving: true, branches: ['main'] }],
  semver: [
    { pattern: 'v{version}' },
    { pattern: 'v{version}-{sha}' },
    { pattern: 'v{major}.{minor}', moving: true },
    { pattern: 'v{major}', moving: true },
  ],
};
