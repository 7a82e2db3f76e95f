import { describe, expect, it } from '@jest/globals';
import { ociLabels } from './oci-labels.ts';

const git = {
  commit: '0123456789abcdef0123456789abcdef01234567',
  branch: 'main',
  dirty: false,
  committedAt: '2026-03-01T23:30:00-02:00',
  source: 'https://github.com/acme/slipway',
};

describe('ociLabels', () => {
  it('uses the keys of the OCI image spec', () => {
    expect(ociLabels({ title: 'server', version: 'v1', git })).toEqual({
      'org.opencontainers.image.title': 'server',
      'org.opencontainers.image.version': 'v1',
      'org.opencontainers.image.revision': git.commit,
      'org.opencontainers.image.created': '2026-03-02T01:30:00.000Z',
      'org.opencontainers.image.ref.name': 'main',
      'org.opencontainers.image.source': git.source,
    });
  });

  it("leaves out a branch that the spec's grammar of ref.name refuses, and an unknown source", () => {
    const labels = ociLabels({ title: 'server', version: 'v1', git: { ...git, branch: 'fix/#12', source: undefined } });
    expect(labels).not.toHaveProperty(['org.opencontainers.image.ref.name']);
    expect(labels).not.toHaveProperty(['org.opencontainers.image.source']);
  });
});
