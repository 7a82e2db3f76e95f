import { expect, it } from '@jest/globals';
import { equivalentJson } from './equivalent-json.ts';

it.each([
  ['{"a":1,"b":[1,2]}', '{ "b": [1, 2], "a": 1 }', true],
  ['{"numeric":[">",0]}', '{"numeric":["\\u003e",0]}', true],
  ['{"source":["aws.ecr","aws.s3"]}', '{"source":["aws.s3","aws.ecr"]}', false],
  ['{"a":1}', 'no json', false],
  ['no json', 'no json', false],
])('of %s and %s: %s', (left, right, expected) => {
  expect(equivalentJson(left, right)).toBe(expected);
});
