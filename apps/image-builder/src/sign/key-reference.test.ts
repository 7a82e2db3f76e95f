import { expect, it } from '@jest/globals';
import { keyReference } from './key-reference.ts';

const env = { COSIGN_PRIVATE_KEY: 'fake', OTHER: 'fake', EMPTY: '' };

it.each([
  [undefined, 'env://COSIGN_PRIVATE_KEY'],
  ['env://OTHER', 'env://OTHER'],
  ['awskms:///alias/release', 'awskms:///alias/release'],
  ['k8s://shop/key', 'k8s://shop/key'],
])('takes %j for %s', (said, reference) => {
  expect(keyReference(said, env)).toBe(reference);
});

it.each([
  [undefined, {}],
  ['env://EMPTY', env],
  ['env://NONE', env],
  ['http://x', env],
  ['awskms://', env],
])('refuses %j', (said, variables) => {
  expect(() => keyReference(said, variables)).toThrow(expect.objectContaining({ code: 'configuration-invalid' }));
});

it('takes no key for a reference, and does not show it', () => {
  const key = '-----BEGIN FAKE PRIVATE KEY-----';
  expect(() => keyReference(key, env)).toThrow('what --key says is no reference to a key');
});
