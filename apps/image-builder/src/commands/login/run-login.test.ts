import { describe, expect, it } from '@jest/globals';
import { renderTerminal } from '@slipway/cli';
import { testEnvironment } from '@slipway/ecr-inventory/testing';
import { MemoryLoginStore } from '../../login/memory-login-store.ts';
import { MemoryRegistryLogins } from '../../login/memory-registry-logins.ts';
import { testWorld } from '../../testing/test-world.ts';
import { formatLogin } from './format-login.ts';
import { readPassword, runLogin } from './run-login.ts';

function setting(automatic: readonly string[] = []) {
  const loginStore = new MemoryLoginStore(automatic);
  const other = { ...testEnvironment, name: 'other', account: '999999999999' };
  const specs = { test: testEnvironment, other };
  const { world } = testWorld('/nowhere');
  return { loginStore, world: { ...world, specs, loginStore, logins: new MemoryRegistryLogins() } };
}
const options = { environment: 'test', region: undefined, dryRun: false };

describe('runLogin', () => {
  it('logs in to every region with a registry, replicas included', async () => {
    const { world, loginStore } = setting();
    const report = await runLogin(options, world);
    expect(report.logins.map(({ region }) => region)).toEqual(['us-east-1', 'us-west-2']);
    expect([...loginStore.kept]).toEqual([
      ['us-east-1.registry.test', { username: 'AWS', password: 'fake-us-east-1' }],
      ['us-west-2.registry.test', { username: 'AWS', password: 'fake-us-west-2' }],
    ]);
  });

  it('shows when logins end, and no password', async () => {
    const { world } = setting(['us-west-2.registry.test']);
    const report = await runLogin(options, world);
    const text = renderTerminal(formatLogin(report)) + JSON.stringify(report);
    expect(text).toContain('2026-03-02T12:00:00.000Z');
    expect(text).toContain('docker-credential-ecr-login asks ECR itself');
    expect(text).not.toContain('fake-us');
  });

  it('keeps nothing in a dry run', async () => {
    const { world, loginStore } = setting();
    const report = await runLogin({ ...options, region: 'us-west-2', dryRun: true }, world);
    expect(report.logins).toMatchObject([{ host: 'us-west-2.registry.test', place: { kind: 'file' } }]);
    expect(loginStore.kept.size).toBe(0);
  });

  it('refuses credentials of another account', async () => {
    const { world, loginStore } = setting();
    await expect(runLogin({ ...options, environment: 'other' }, world)).rejects.toMatchObject({
      code: 'wrong-account',
    });
    await expect(readPassword({ ...options, environment: 'other', region: 'us-east-1' }, world)).rejects.toMatchObject({
      code: 'wrong-account',
    });
    expect(loginStore.kept.size).toBe(0);
  });

  it.each([
    ['none', undefined, 'unknown-environment'],
    ['test', 'mars-1', 'configuration-invalid'],
  ])('refuses the environment %s and the region %s', async (environment, region, code) => {
    await expect(runLogin({ ...options, environment, region }, setting().world)).rejects.toMatchObject({ code });
  });
});

describe('readPassword', () => {
  it('gives the password of one registry and keeps nothing', async () => {
    const { world, loginStore } = setting();
    expect(await readPassword({ ...options, region: 'us-east-1' }, world)).toBe('fake-us-east-1');
    expect(loginStore.kept.size).toBe(0);
  });

  it('wants one region', async () => {
    await expect(readPassword(options, setting().world)).rejects.toMatchObject({
      code: 'configuration-invalid',
      fix: 'give --region with one of: us-east-1, us-west-2',
    });
  });
});
