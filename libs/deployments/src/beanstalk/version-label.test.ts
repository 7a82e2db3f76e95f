import { expect, it } from '@jest/globals';
import { digestOfLabel, versionLabel } from './version-label.ts';

const digest = `sha256:${'0a'.repeat(32)}` as const;

// Elastic Beanstalk API reference, CreateApplicationVersion: VersionLabel has 1 to 100 characters.
it('is one that Elastic Beanstalk takes, and holds the digest', () => {
  const label = versionLabel(digest, '0123abcd');
  expect(label).toMatch(/^[\w.-]{1,100}$/);
  expect(digestOfLabel(label)).toBe(digest);
});

it.each(['v1', `${versionLabel(digest, '0123abcd')}x`, ''])('has no digest when it is %j', (label) => {
  expect(digestOfLabel(label)).toBeUndefined();
});
