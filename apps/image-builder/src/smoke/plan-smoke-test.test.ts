import { describe, expect, it } from '@jest/globals';
import { planSmokeTest } from './plan-smoke-test.ts';
import { smokeTestSchema } from './smoke-test-config.ts';

const names = (section: object, keep = false) =>
  planSmokeTest(smokeTestSchema.parse(section), { keep }).map(({ name }) => name);

describe('planSmokeTest', () => {
  it('asks a service for its health where nothing is configured', () => {
    expect(smokeTestSchema.parse(undefined)).toMatchObject({ kind: 'service', memoryMegabytes: 512, stopSeconds: 30 });
    expect(planSmokeTest(smokeTestSchema.parse(undefined), { keep: false })).toEqual([
      expect.objectContaining({ kind: 'answers', seconds: 60 }),
      { kind: 'request', name: 'health', request: { name: 'health', method: 'GET', path: '/health', status: 200 } },
      { kind: 'user', name: 'user' },
      { kind: 'files', name: 'files' },
      { kind: 'stop', name: 'stop', seconds: 30 },
      { kind: 'logs', name: 'logs', format: 'json' },
    ]);
  });

  it('waits for the first request and sends all of them', () => {
    const requests = [
      { name: 'up', path: '/up' },
      { name: 'predict', path: '/predict', method: 'POST', json: {} },
    ];
    expect(names({ kind: 'service', requests })).toEqual(['start', 'up', 'predict', 'user', 'files', 'stop', 'logs']);
  });

  it('does not stop what is kept', () => {
    expect(names({ kind: 'service' }, true)).not.toContain('stop');
  });

  it('waits for the end of a job', () => {
    expect(names({ kind: 'job', command: ['--help'] })).toEqual(['exit', 'files']);
  });

  it.each([
    [{ kind: 'service', requests: [] }],
    [{ kind: 'service', command: ['a'] }],
    [{ kind: 'job', requests: [] }],
    [{ kind: 'job', exitCode: 256 }],
    [{ kind: 'service', requests: [{ name: 'a', path: 'health' }] }],
    [{ kind: 'service', environment: { 'A-B': 'c' } }],
  ])('refuses %j', (section) => {
    expect(smokeTestSchema.safeParse(section).success).toBe(false);
  });
});
