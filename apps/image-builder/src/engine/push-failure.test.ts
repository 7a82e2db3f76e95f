import { expect, it } from '@jest/globals';
import { EngineError } from '../buildkit/engine-events.ts';
import { pushFailure } from './push-failure.ts';

it.each([
  [
    "tag invalid: The image tag 'v1' already exists in the 'a' repository and cannot be overwritten because the tag is immutable.",
    'tag-conflict',
  ],
  ['denied: User: arn:aws:iam::1:user/x is not authorized to perform: ecr:InitiateLayerUpload', 'registry-denied'],
  ['no basic auth credentials', 'registry-denied'],
  ["name unknown: The repository with name 'a' does not exist in the registry with id '1'", 'repository-missing'],
  ['Put "http://127.0.0.1:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused', 'registry-unreachable'],
  ['something new', 'push-failed'],
])('reads "%s"', (words, code) => {
  expect(pushFailure(new EngineError(words), 'host/a:v1')).toMatchObject({
    code,
    message: `'host/a:v1' was not pushed: ${words}`,
  });
});

it('leaves other errors alone', () => {
  const error = new Error('boom');
  expect(pushFailure(error, 'a')).toBe(error);
});
