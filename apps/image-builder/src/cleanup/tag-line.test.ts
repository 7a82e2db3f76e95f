import { expect, it } from '@jest/globals';
import { subjectTag, tagLine } from './tag-line.ts';

it.each([
  ['v20260301-0123456789ab', 'v'],
  ['dev-0123456789ab', 'dev'],
  ['feature-login-0123456789ab', 'feature'],
  ['0123456789abcdef0123456789abcdef01234567', 'commit'],
  ['abcdef0', 'commit'],
  ['1.4.2', 'other'],
  ['Main-1', 'main'],
])('puts %s in the line %s', (tag, line) => {
  expect(tagLine(tag)).toBe(line);
});

// OCI distribution spec 1.1, referrers tag schema; cosign adds a suffix.
it('reads what a fallback tag is about', () => {
  const digits = 'a'.repeat(64);
  expect(subjectTag(`sha256-${digits}`)).toBe(`sha256:${digits}`);
  expect(subjectTag(`sha256-${digits}.sig`)).toBe(`sha256:${digits}`);
  expect(subjectTag('sha256-short')).toBeUndefined();
  expect(subjectTag('v1')).toBeUndefined();
});
