import { expect, it } from '@jest/globals';
import { awsFailure } from './aws-failure.ts';

it.each([
  ['ExpiredTokenException', {}, /log in/],
  ['CredentialsProviderError', {}, /log in/],
  ['AccessDeniedException', {}, /log in/],
  ['Error', { code: 'ECONNREFUSED' }, /local-cloud up/],
  ['ServerException', {}, /own words/],
])('says what to do about %s', (name, more, fix) => {
  const error = Object.assign(new Error('words'), { name, ...more });
  const failure = awsFailure(error, { region: 'us-east-1', repository: 'shop/api' });
  expect(failure).toMatchObject({
    code: 'aws-failed',
    message: `ECR in us-east-1 can't be asked for 'shop/api': ${name}: words`,
  });
  expect(failure.fix).toMatch(fix);
});
