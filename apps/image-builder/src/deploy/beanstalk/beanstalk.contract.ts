import { beforeEach, describe, expect, it } from '@jest/globals';
import type { BeanstalkState } from '@slipway/deployments';
import type { Beanstalk, NewVersion } from './beanstalk.ts';

/** An application with one environment that is ready, has no version, and nobody else uses. */
export interface BeanstalkSetting {
  readonly beanstalk: Beanstalk;
  readonly application: string;
  readonly environment: string;
  /** Label of a version that never becomes healthy. */
  readonly broken: string;
}

const SINCE = new Date('2026-03-02T00:00:00Z');
const MOST_LOOKS = 5;

/** What Elastic Beanstalk does; run against the fake and against the SDK's adapter. */
export function beanstalkContract(open: () => Promise<BeanstalkSetting>): void {
  describe('Elastic Beanstalk', () => {
    let setting: BeanstalkSetting;
    beforeEach(async () => {
      setting = await open();
    });
    versions(() => setting);
    deployments(() => setting);
  });
}

function versions(setting: () => BeanstalkSetting): void {
  it('has no version before it is made', async () => {
    const { beanstalk, application } = setting();
    expect(await beanstalk.version(application, 'v1')).toBeUndefined();
    await beanstalk.createVersion(application, version('v1'));
    expect(await beanstalk.version(application, 'v1')).toEqual({ label: 'v1', description: 'the image of v1' });
  });

  it('keeps the version that was there first', async () => {
    const { beanstalk, application } = setting();
    await beanstalk.createVersion(application, version('v1'));
    await beanstalk.createVersion(application, { ...version('v1'), description: 'another image' });
    expect(await beanstalk.version(application, 'v1')).toMatchObject({ description: 'the image of v1' });
  });
}

function deployments(setting: () => BeanstalkSetting): void {
  it('names an environment that is not there', async () => {
    const { beanstalk, application } = setting();
    await expect(beanstalk.state(application, 'none')).rejects.toMatchObject({ code: 'deploy-failed' });
  });

  it('deploys no version that is not there', async () => {
    const { beanstalk, application, environment } = setting();
    await expect(beanstalk.update(application, environment, 'v0')).rejects.toMatchObject({ code: 'aws-failed' });
    expect(await beanstalk.state(application, environment)).toMatchObject({ status: 'Ready', versionLabel: undefined });
  });

  it('goes on after an update is asked for, takes no other meanwhile, and is green at the end', async () => {
    const { beanstalk, application, environment } = setting();
    await beanstalk.createVersion(application, version('v1'));
    await beanstalk.update(application, environment, 'v1');
    await expect(beanstalk.update(application, environment, 'v1')).rejects.toMatchObject({ code: 'aws-failed' });
    expect(await beanstalk.state(application, environment)).toMatchObject({ status: 'Updating', versionLabel: 'v1' });
    expect(await ended(setting())).toEqual({ status: 'Ready', health: 'Green', versionLabel: 'v1' });
    expect(await beanstalk.problems(environment, SINCE)).toEqual([]);
  });

  it('is red with a version that does not become healthy, and says why', async () => {
    const { beanstalk, application, environment, broken } = setting();
    await beanstalk.createVersion(application, version(broken));
    await beanstalk.update(application, environment, broken);
    expect(await ended(setting())).toMatchObject({ status: 'Ready', health: 'Red', versionLabel: broken });
    expect(await beanstalk.problems(environment, SINCE)).toEqual([expect.stringMatching(/^(WARN|ERROR|FATAL): ./)]);
  });
}

async function ended({ beanstalk, application, environment }: BeanstalkSetting): Promise<BeanstalkState> {
  let state = await beanstalk.state(application, environment);
  for (let looks = 1; state.status !== 'Ready' && looks < MOST_LOOKS; looks += 1) {
    await beanstalk.pause();
    state = await beanstalk.state(application, environment);
  }
  return state;
}

function version(label: string): NewVersion {
  const description = `the image of ${label}`;
  return { label, description, bucket: 'bundles', key: `shop/${label}.zip`, bundle: new Uint8Array([1]) };
}
