import { expect, it } from '@jest/globals';
import { awsFailure } from './aws-failure.ts';

it.each([
  ['ExpiredTokenException', {}, /log in/],
  ['CredentialsProviderError', {}, /log in/],
  ['AccessDeniedException', {}, /log in/],
  ['ThrottlingException', {}, /asked too often/],
  ['Error', { code: 'ECONNREFUSED' }, /local-cloud up/],
  ['ServerException', {}, /own words/],
])('says what to do about %s', (name, more, fix) => {
  const error = Object.assign(new Error('words'), { name, ...more });
  const failure = awsFailure(error, { region: 'us-east-1', what: "the images of 'shop/api'" });
  expect(failure).toMatchObject({
    code: 'aws-failed',
    message: `ECR in us-east-1 can't be asked for the images of 'shop/api': ${name}: words`,
  });
  expect(failure.fix).toMatch(fix);
});
