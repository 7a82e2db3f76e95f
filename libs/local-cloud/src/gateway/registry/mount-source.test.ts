import { expect, it } from '@jest/globals';
import { mountSource } from './mount-source.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const repository = { account: '111111111111', region: 'us-east-1', name: 'team/app' };

it('reads a mount from another repository of the registry', () => {
  const from = '111111111111/us-east-1/team/base';
  expect(mountSource(new URLSearchParams({ mount: digest, from }), repository)).toEqual({ digest, from });
});

it.each([
  ['no mount at all', {}],
  ['no repository', { mount: digest }],
  ['another account', { mount: digest, from: '222222222222/us-east-1/team/base' }],
  ['another region', { mount: digest, from: '111111111111/us-west-2/team/base' }],
  ['a path out of the registry', { mount: digest, from: '111111111111/us-east-1/../../222222222222/us-east-1/x?' }],
  ['no digest', { mount: 'latest', from: '111111111111/us-east-1/team/base' }],
])('mounts nothing for %s', (_, query: Record<string, string>) => {
  expect(mountSource(new URLSearchParams(query), repository)).toBeUndefined();
});
