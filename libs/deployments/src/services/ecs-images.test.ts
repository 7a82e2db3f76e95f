import { afterEach, expect, it } from '@jest/globals';
import { startEcrStub } from '@slipway/ecr-inventory/testing';
import type { EcrStub, StubAnswer } from '@slipway/ecr-inventory/testing';
import { EcsImages } from './ecs-images.ts';

type Input = Readonly<Record<string, unknown>>;

const before = { ...process.env };
let stub: EcrStub;

async function answering(answerTo: (action: string, input: Input) => StubAnswer): Promise<void> {
  stub = await startEcrStub(answerTo);
  Object.assign(process.env, { AWS_ENDPOINT_URL: stub.url, AWS_ACCESS_KEY_ID: 'FAKE', AWS_SECRET_ACCESS_KEY: 'fake' });
}
afterEach(async () => {
  process.env = { ...before };
  await stub.stop();
});

const services = Array.from({ length: 11 }, (_, number) => `service-${number}`);

/** A cluster with eleven services, one task, and a family that only a schedule starts; in the shapes of the API reference. */
function cluster(action: string, input: Input): StubAnswer {
  const isSecondPage = input['nextToken'] !== undefined;
  switch (action) {
    case 'ListClusters':
      return { body: isSecondPage ? { clusterArns: ['two'] } : { clusterArns: ['one'], nextToken: 'more' } };
    case 'ListServices':
      return { body: { serviceArns: input['cluster'] === 'one' ? services : [] } };
    case 'DescribeServices':
      return { body: { services: (input['services'] as string[]).map(service) } };
    case 'ListTaskDefinitionFamilies':
      return { body: { families: ['nightly'] } };
    case 'ListTasks':
      return { body: { taskArns: input['cluster'] === 'one' ? ['task'] : [] } };
    case 'DescribeTasks':
      return { body: { tasks: [{ containers: [{ image: 'host/api:v1', imageDigest: 'sha256:1' }] }] } };
    default:
      return {
        body: { taskDefinition: { containerDefinitions: [{ image: `host/${String(input['taskDefinition'])}:v1` }] } },
      };
  }
}

function service(name: string) {
  return { taskDefinition: `${name}-new`, deployments: [{ taskDefinition: `${name}-old` }] };
}

it('finds what runs, what services would start, and what schedules may start', async () => {
  await answering(cluster);
  const images = await new EcsImages(['us-east-1'], new AbortController().signal).list();
  expect(images[0]).toEqual({ source: 'ecs', reference: 'host/api:v1', digest: 'sha256:1' });
  expect(images.slice(1).map(({ reference }) => reference)).toEqual([
    ...services.flatMap((name) => [`host/${name}-new:v1`, `host/${name}-old:v1`]),
    'host/nightly:v1',
  ]);
});

it('asks for no more services at a time than ECS answers for: ten', async () => {
  await answering(cluster);
  await new EcsImages(['us-east-1'], new AbortController().signal).list();
  const asked = stub.calls.filter(({ action }) => action === 'DescribeServices');
  expect(asked.map(({ input }) => (input['services'] as string[]).length)).toEqual([10, 1]);
});

it('fails when ECS refuses', async () => {
  await answering(() => ({ exception: 'AccessDeniedException' }));
  await expect(new EcsImages(['us-east-1'], new AbortController().signal).list()).rejects.toMatchObject({
    code: 'aws-failed',
    message: expect.stringMatching(/Amazon ECS in us-east-1 .*AccessDeniedException/) as unknown,
    fix: expect.stringContaining('a role that may list') as unknown,
  });
});

it('ends with the command', async () => {
  await answering(() => 'hang');
  const ending = new AbortController();
  const list = new EcsImages(['us-east-1'], ending.signal).list();
  setTimeout(() => {
    ending.abort();
  }, 50);
  await expect(list).rejects.toMatchObject({ code: 'interrupted' });
});
