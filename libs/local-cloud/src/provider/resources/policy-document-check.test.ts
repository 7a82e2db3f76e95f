import { expect, it } from '@jest/globals';
import { policyDocument } from './policy-document-check.ts';

// The words are those of verify.ValidIAMPolicyJSON of the real provider.
it.each([
  ['{"Statement":[]}', undefined],
  [' {} ', undefined],
  ['', '"policy" is an empty string, which is not a valid JSON value'],
  ['[]', '"policy" contains an invalid JSON policy: contains a JSON array, not a JSON object'],
  ['policy.json', '"policy" contains an invalid JSON policy: not a JSON object'],
  [
    '"policy.json"',
    '"policy" contains an invalid JSON policy: contains a JSON-encoded string, not a JSON-encoded object (have you passed a JSON-encoded filename instead of the content of that file?)',
  ],
  [
    JSON.stringify('{"Statement":[]}'),
    '"policy" contains an invalid JSON policy: contains a JSON-encoded string, not a JSON-encoded object (have you double-encoded your JSON data?)',
  ],
])('of %s', (policy, problem) => {
  expect(policyDocument('policy')({ policy })[0]?.summary).toBe(problem);
});

it('finds an object that does not end', () => {
  expect(policyDocument('policy')({ policy: '{' })[0]?.summary).toContain('contains an invalid JSON policy: ');
});
