import { describe, expect, it } from '@jest/globals';
import type { ImageRecord } from './image-record.ts';
import { parseImageRecord } from './parse-image-record.ts';

const record: ImageRecord = {
  schemaVersion: 1,
  container: 'server',
  repository: 'mlops/retail-api',
  imageId: `sha256:${'1'.repeat(64)}`,
  tags: [{ name: 'dev-0123456789ab', moving: false }],
  inputsHash: 'a'.repeat(64),
  git: {
    commit: '0'.repeat(40),
    branch: 'develop',
    dirty: false,
    committedAt: '2026-03-01T00:00:00Z',
    source: undefined,
  },
  size: { compressed: 10, uncompressed: 20 },
  built: { fresh: true, milliseconds: 5, steps: 3, cachedSteps: 1 },
  pushed: {
    environment: 'dev',
    account: '111111111111',
    region: 'us-east-1',
    uri: '127.0.0.1:5000/mlops/retail-api',
    digest: `sha256:${'2'.repeat(64)}`,
    result: 'pushed',
    confirmedAt: '2026-03-01T00:00:00Z',
  },
};

describe('parseImageRecord', () => {
  it('reads back a record', () => {
    expect(parseImageRecord(JSON.stringify(record))).toEqual({ record });
  });

  it('reads a record of an image that is not pushed or not built here', () => {
    const bare = JSON.stringify({ ...record, built: undefined, pushed: undefined });
    expect(parseImageRecord(bare)).toEqual({ record: JSON.parse(bare) as ImageRecord });
  });

  it('reports everything that is wrong', () => {
    const wrong = {
      ...record,
      schemaVersion: 2,
      imageId: 'x',
      tags: [{ name: '-', moving: false }],
      git: 'main',
      pushed: { ...record.pushed, account: '1', digest: 7 },
    };
    const { findings } = parseImageRecord(JSON.stringify(wrong));
    expect(findings?.map(({ path }) => path)).toEqual([
      'schemaVersion',
      'imageId',
      'tags',
      'git.commit',
      'git.branch',
      'git.dirty',
      'git.committedAt',
      'pushed.account',
      'pushed.digest',
    ]);
    expect(findings?.[1]?.message).toBe('is "x", not a digest');
  });

  it.each([
    ['{', /is not JSON/],
    ['[]', /is \[\], not an object/],
    ['null', /is null, not an object/],
  ])('reports %s', (text, message) => {
    expect(parseImageRecord(text).findings?.[0]?.message).toMatch(message);
  });
});
