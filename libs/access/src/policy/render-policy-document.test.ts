import { describe, expect, it } from '@jest/globals';
import { MOST_POLICY_CHARACTERS, policySize } from './policy-size.ts';
import type { PolicyDocument } from './policy-document.ts';
import { renderPolicyDocument } from './render-policy-document.ts';

const document: PolicyDocument = {
  Statement: [
    {
      Condition: { StringEquals: { 'b:key': ['2', '1', '2'], 'a:key': ['one'] }, Bool: { 'c:key': 'true' } },
      Resource: ['arn:b', 'arn:a'],
      Action: ['s:Do'],
      Principal: { Service: ['x.amazonaws.com'], AWS: ['r2', 'r1'] },
      Effect: 'Allow',
      Sid: 'One',
    },
  ],
  Version: '2012-10-17',
};

describe('renderPolicyDocument', () => {
  it('has no white space, keys in the order of the examples of AWS, sets sorted, and the value of a list of one', () => {
    expect(renderPolicyDocument(document)).toBe(
      '{"Version":"2012-10-17","Statement":[{"Sid":"One","Effect":"Allow",' +
        '"Principal":{"AWS":["r1","r2"],"Service":"x.amazonaws.com"},"Action":"s:Do","Resource":["arn:a","arn:b"],' +
        '"Condition":{"Bool":{"c:key":"true"},"StringEquals":{"a:key":"one","b:key":["1","2"]}}}]}',
    );
  });

  it('leaves out what a statement does not have, and keeps "*" as it is', () => {
    const Statement = [{ Effect: 'Deny', Principal: '*', Action: 's3:*' }] as const;
    expect(renderPolicyDocument({ Version: '2012-10-17', Statement })).toBe(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*"}]}',
    );
  });
});

describe('policySize', () => {
  it('counts the characters that are sent, against the 10,240 of SetRepositoryPolicy', () => {
    expect(policySize(document)).toBe(renderPolicyDocument(document).length);
    expect(MOST_POLICY_CHARACTERS).toBe(10_240);
  });
});
