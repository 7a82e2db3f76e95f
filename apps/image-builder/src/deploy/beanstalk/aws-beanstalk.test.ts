import { afterEach, describe, expect, it } from '@jest/globals';
import { startBeanstalkStub } from '../../testing/beanstalk-stub.ts';
import type { BeanstalkStub, StubAnswer } from '../../testing/beanstalk-stub.ts';
import { BROKEN_LABEL, SIMULATED, simulatedBeanstalk } from '../../testing/simulated-beanstalk.ts';
import { AwsBeanstalk } from './aws-beanstalk.ts';
import { beanstalkContract } from './beanstalk.contract.ts';

const CREDENTIALS = { accessKeyId: 'FAKE', secretAccessKey: 'fake' };
let stub: BeanstalkStub | undefined;
afterEach(async () => {
  await stub?.stop();
});

async function aws(answers: Readonly<Record<string, StubAnswer>>, signal = new AbortController().signal) {
  stub = await startBeanstalkStub(answers);
  const settings = { region: 'us-east-1', endpoint: stub.url, credentials: CREDENTIALS };
  return new AwsBeanstalk(settings, { signal, pauseSeconds: 60 });
}

/** As in "DescribeEnvironments" of Elastic Beanstalk's API reference. */
const ENVIRONMENT = `<Environments><member>
  <VersionLabel>Version1</VersionLabel><Status>Ready</Status><ApplicationName>SampleApp</ApplicationName>
  <Health>Green</Health><EnvironmentId>e-icsgecu3wf</EnvironmentId><EnvironmentName>SampleApp-prod</EnvironmentName>
</member></Environments>`;

/** As in "DescribeApplicationVersions". */
const VERSION = `<ApplicationVersions><member>
  <SourceBundle><S3Bucket>amazonaws.com</S3Bucket><S3Key>sample.zip</S3Key></SourceBundle>
  <VersionLabel>Version1</VersionLabel><Description>description</Description><ApplicationName>SampleApp</ApplicationName>
</member></ApplicationVersions>`;

const version = { label: 'v1', description: 'r/api@sha256:1', bucket: 'bundles', key: 'slipway/shop/v1.zip' };

beanstalkContract(async () => {
  stub = await startBeanstalkStub(simulatedBeanstalk());
  const settings = { region: 'us-east-1', endpoint: stub.url, credentials: CREDENTIALS };
  const { signal } = new AbortController();
  return { ...SIMULATED, beanstalk: new AwsBeanstalk(settings, { signal, pauseSeconds: 0 }), broken: BROKEN_LABEL };
});

describe('AwsBeanstalk', () => {
  it('reads an environment', async () => {
    const it = await aws({ DescribeEnvironments: { result: ENVIRONMENT } });
    expect(await it.state('SampleApp', 'SampleApp-prod')).toEqual({
      status: 'Ready',
      health: 'Green',
      versionLabel: 'Version1',
    });
    expect(stub?.calls).toEqual([
      {
        action: 'DescribeEnvironments',
        parameters: {
          ApplicationName: 'SampleApp',
          'EnvironmentNames.member.1': 'SampleApp-prod',
          IncludeDeleted: 'false',
        },
      },
    ]);
  });

  it('names an environment that is not there', async () => {
    const it = await aws({ DescribeEnvironments: { result: '<Environments/>' } });
    await expect(it.state('shop', 'shop-prod')).rejects.toMatchObject({
      code: 'deploy-failed',
      message: "there is no environment 'shop-prod' of the application 'shop' in us-east-1",
    });
  });

  it.each([
    [VERSION, { label: 'Version1', description: 'description' }],
    ['<ApplicationVersions/>', undefined],
  ])('finds a version, or none', async (result, found) => {
    const it = await aws({ DescribeApplicationVersions: { result } });
    expect(await it.version('SampleApp', 'Version1')).toEqual(found);
  });

  it('stores the bundle before it makes the version of it', async () => {
    const it = await aws({ CreateApplicationVersion: { result: '<ApplicationVersion/>' } });
    await it.createVersion('shop', { ...version, bundle: new Uint8Array([1]) });
    expect(stub?.calls).toEqual([
      { action: 'PutObject', parameters: { path: '/bundles/slipway/shop/v1.zip' } },
      {
        action: 'CreateApplicationVersion',
        parameters: {
          ApplicationName: 'shop',
          VersionLabel: 'v1',
          Description: 'r/api@sha256:1',
          'SourceBundle.S3Bucket': 'bundles',
          'SourceBundle.S3Key': 'slipway/shop/v1.zip',
        },
      },
    ]);
  });

  it('is content when another run has made the version meanwhile', async () => {
    const message = 'Application Version v1 already exists.';
    const it = await aws({ CreateApplicationVersion: { code: 'InvalidParameterValue', message } });
    await expect(it.createVersion('shop', { ...version, bundle: new Uint8Array([1]) })).resolves.toBeUndefined();
  });

  it('starts an update', async () => {
    const it = await aws({ UpdateEnvironment: { result: '<Status>Updating</Status>' } });
    await it.update('shop', 'shop-prod', 'v1');
    expect(stub?.calls[0]?.parameters).toEqual({
      ApplicationName: 'shop',
      EnvironmentName: 'shop-prod',
      VersionLabel: 'v1',
    });
  });

  it('reads the warnings since a moment', async () => {
    const event = '<member><Severity>ERROR</Severity><Message>no space left</Message></member>';
    const it = await aws({ DescribeEvents: { result: `<Events>${event}</Events>` } });
    expect(await it.problems('shop-prod', new Date('2026-03-02T00:00:00Z'))).toEqual(['ERROR: no space left']);
    expect(stub?.calls[0]?.parameters).toMatchObject({ Severity: 'WARN', StartTime: '2026-03-02T00:00:00Z' });
  });

  it("shows AWS's own words", async () => {
    const message = 'Environment named shop-prod is in an invalid state for this operation. Must be Ready.';
    const it = await aws({ UpdateEnvironment: { code: 'InvalidParameterValue', message } });
    await expect(it.update('shop', 'shop-prod', 'v1')).rejects.toMatchObject({
      code: 'aws-failed',
      message: `AWS in us-east-1 refused the deployment: InvalidParameterValue: ${message}`,
    });
  });

  it('ends a pause when the user ends the command', async () => {
    const ended = new AbortController();
    const it = await aws({}, ended.signal);
    const pause = it.pause();
    ended.abort();
    await expect(pause).rejects.toMatchObject({ code: 'interrupted' });
  });
});
