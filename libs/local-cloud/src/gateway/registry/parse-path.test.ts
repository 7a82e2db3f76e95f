import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import type { RegistryToken } from '../token/registry-token.ts';
import { parsePath } from './parse-path.ts';
import { requireAccount } from './require-account.ts';

const repository = { account: '111122223333', region: 'eu-west-1', name: 'team/app' };
const base = '/v2/111122223333/eu-west-1/team/app';
const digest = `sha256:${'a'.repeat(64)}`;

describe('parsePath', () => {
  it.each([
    ['/v2/', { kind: 'base' }],
    [`${base}/manifests/v1`, { kind: 'manifest', repository, reference: 'v1' }],
    [`${base}/manifests/${digest}`, { kind: 'manifest', repository, reference: digest }],
    [`${base}/blobs/${digest.replace(':', '%3A')}`, { kind: 'blob', repository, digest }],
    [`${base}/blobs/uploads/`, { kind: 'uploads', repository }],
    [`${base}/blobs/uploads/0b1d-22`, { kind: 'upload', repository, session: '0b1d-22' }],
    [`${base}/tags/list`, { kind: 'tags', repository }],
    [`${base}/referrers/${digest}`, { kind: 'referrers', repository, digest }],
    [
      `/v2/111122223333/eu-west-1/blobs/blobs/${digest}`,
      { kind: 'blob', repository: { ...repository, name: 'blobs' }, digest },
    ],
  ])('reads %s', (path, target) => {
    expect(parsePath(path)).toEqual(target);
  });

  it.each([
    `${base}/manifests/..`,
    `${base}/../other/manifests/v1`,
    `${base}%2fother/manifests/v1`,
    `${base}//manifests/v1`,
    `${base}/manifests/v1/more`,
    `${base}/manifests/${'t'.repeat(129)}`,
    `${base}/blobs/sha256:short`,
    `${base}/blobs/uploads/a/b`,
    `${base}/Upper/manifests/v1`,
    '/v2/1/eu-west-1/app/manifests/v1',
    '/v2/_catalog',
    '/v2/app/manifests/v1',
  ])('refuses %s', (path) => {
    expect(() => parsePath(path)).toThrow('is no path of a repository here');
  });

  it('never finds a repository name that leads elsewhere', () => {
    const piece = fc.constantFrom('..', '.', 'a', 'b-c', '%2e', '%2F', '\\', '', 'manifests', 'v1', 'A');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const target = found(`${base}/${pieces.join('/')}/manifests/v1`);
        expect(target === undefined || /^[a-z0-9]+([._/-]+[a-z0-9]+)*$/.test(target)).toBe(true);
        expect(target?.split('/').some((part) => part === '..' || part === '')).not.toBe(true);
      }),
    );
  });
});

function found(path: string): string | undefined {
  try {
    const target = parsePath(path);
    return target.kind === 'base' ? undefined : target.repository.name;
  } catch {
    return undefined;
  }
}

describe('requireAccount', () => {
  const token = { account: '444455556666', anyAccount: false, expires: 0 };

  it('lets the own account and the token for any in', () => {
    for (const accepted of [
      { ...token, account: '111122223333' },
      { ...token, anyAccount: true },
    ]) {
      expect(refusal(accepted)).toBeUndefined();
    }
  });

  it('keeps others out', () => {
    expect(refusal(token)).toContain('arn:aws:ecr:eu-west-1:111122223333:repository/team/app');
  });
});

function refusal(token: RegistryToken): string | undefined {
  try {
    requireAccount(token, repository);
    return undefined;
  } catch (error) {
    return String(error);
  }
}
