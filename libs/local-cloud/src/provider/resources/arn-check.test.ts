import { expect, it } from '@jest/globals';
import { arn } from './arn-check.ts';

const problems = (value: string) => arn('role_arn')({ role_arn: value }).map(({ summary }) => summary);

it.each([
  '',
  'arn:aws:iam::111122223333:role/ci',
  'arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:ecr-pullthroughcache/a-AbCdEf',
  'arn:aws:s3:::bucket',
])('lets "%s" through', (value) => {
  expect(problems(value)).toEqual([]);
});

it.each([
  ['role/ci', 'arn: invalid prefix'],
  ['arn:aws:iam', 'arn: not enough sections'],
  ['arn::iam::111122223333:role/ci', 'missing partition value'],
  ['arn:azure:iam::111122223333:role/ci', 'invalid partition value'],
  ['arn:aws:iam:europe:111122223333:role/ci', 'invalid region value'],
  ['arn:aws:iam::1111:role/ci', 'invalid account value'],
  ['arn:aws:iam::111122223333:', 'missing resource value'],
])('refuses "%s"', (value, words) => {
  expect(problems(value)).toEqual([expect.stringContaining(`"role_arn" (${value}) is an invalid ARN: ${words}`)]);
});
