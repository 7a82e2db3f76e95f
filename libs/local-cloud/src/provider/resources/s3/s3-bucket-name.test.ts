import { expect, it } from '@jest/globals';
import { bucketNameProblem } from './s3-bucket-name.ts';

it.each(['abc', 'state.example-1', 'a'.repeat(63)])('takes %s', (name) => {
  expect(bucketNameProblem(name)).toBeUndefined();
});

it.each([
  ['ab', 'must contain from 3 to 63 characters'],
  ['a'.repeat(64), 'must contain from 3 to 63 characters'],
  ['State', 'only lowercase alphanumeric characters and hyphens'],
  ['192.168.5.4', 'must not be formatted as an IP address'],
  ['.state', 'cannot start with a period'],
  ['state.', 'cannot end with a period'],
  ['a..b', 'can be only one period between labels'],
])('refuses %s', (name, words) => {
  expect(bucketNameProblem(name)).toContain(words);
});
