import { randomUUID } from 'node:crypto';
import { CreateRepositoryCommand, DeleteRepositoryCommand, ECRClient } from '@aws-sdk/client-ecr';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { memoryProgress } from '@slipway/cli';
import { cloudVariables } from '@slipway/ecr-inventory/testing';
import { environments } from '@slipway/environments';
import type { EnvironmentSpec } from '@slipway/environments';
import type { Digest } from '@slipway/images';
import { specCatalog } from '../../catalog/spec-catalog.ts';
import { AwsBeanstalk } from '../../deploy/beanstalk/aws-beanstalk.ts';
import { digestOfLabel } from '@slipway/deployments';
import { KubectlCluster } from '../../deploy/eks/kubectl-cluster.ts';
import { locate } from '../../locate.ts';
import { openWorld } from '../../open-world.ts';
import { startBeanstalkStub } from '../../testing/beanstalk-stub.ts';
import { fakeKubectl } from '../../testing/fake-kubectl.ts';
import type { FakeAnswer, FakeKubectl } from '../../testing/fake-kubectl.ts';
import { putDescribedImage } from '../../testing/put-described-image.ts';
import { removeBucket } from '@slipway/deployments/testing';
import { runProgram } from '../../testing/run-program.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import type { World } from '../../world.ts';
import type { DeployReport } from './deploy-report.ts';

const region = 'ap-southeast-1';
const id = randomUUID();
const repository = `deploy-test-${id}/api`;
const bucket = `deploy-test-${id}`;
const spec = ownSpec();
const specs = { dev: spec };
const eks = { kind: 'eks', context: 'test', namespace: 'web', name: 'api', serviceAccount: 'api' };
const role = `arn:aws:iam::${spec.account}:role/api`;
const beanstalk = { kind: 'beanstalk', application: 'shop', environment: 'shop-dev', bucket: 'bundles' };
const before = { ...process.env };
const { signal } = new AbortController();

let folder: string;
let world: World;
let digest: Digest;
let uri: string;
let kubectl: FakeKubectl | undefined;
const removals: (() => Promise<unknown>)[] = [];

/** The environment dev as it is, with one repository and a state bucket of this test's own. */
function ownSpec(): EnvironmentSpec {
  const { registries, ...rest } = environments.dev;
  const [registry] = registries;
  const own = { ...registry.repositories[0]!, name: repository, movingTags: [] };
  return { ...rest, state: { bucket, region }, registries: [{ ...registry, repositories: [own] }] };
}

beforeAll(async () => {
  Object.assign(process.env, await cloudVariables('dev'));
  const buckets = new S3Client({ region });
  const location = { LocationConstraint: region } as const;
  await buckets.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: location }));
  removals.push(() => removeBucket(buckets, bucket));
  const ecr = new ECRClient({ region });
  await ecr.send(new CreateRepositoryCommand({ repositoryName: repository }));
  removals.push(() => ecr.send(new DeleteRepositoryCommand({ repositoryName: repository, force: true })));
  folder = await temporaryFolder({
    'eks/image.json': JSON.stringify({ deploy: { dev: { ...eks, role } } }),
    'beanstalk/image.json': JSON.stringify({ deploy: { dev: beanstalk } }),
  });
  const containers = {
    api: { name: 'api', context: 'eks', repository },
    web: { name: 'web', context: 'beanstalk', repository },
  };
  const catalog = specCatalog({ containers, environments: specs });
  const opened = await openWorld(process.env, signal);
  world = { ...opened, workspace: folder, catalog, specs, progress: memoryProgress() };
  const place = await locate(catalog.target(containers.api, 'dev'), world);
  uri = place.uri;
  ({ digest } = await putDescribedImage(world.openRegistry(place), {
    tag: 'v1',
    labels: {},
    layers: [{ content: id }],
  }));
});
afterEach(async () => {
  if (kubectl !== undefined) await removeFolder(kubectl.folder);
});
afterAll(async () => {
  for (const remove of removals) await remove();
  process.env = before;
  await removeFolder(folder);
});

async function deployWith(answers: readonly FakeAnswer[], ...flags: readonly string[]) {
  const { program } = (kubectl = await fakeKubectl(answers));
  const openCluster: World['openCluster'] = (place) => new KubectlCluster(place, { signal, program });
  return runProgram(['deploy', 'api', '--env', 'dev', ...flags], { ...world, openCluster });
}

async function verbs(): Promise<string[]> {
  return ((await kubectl?.calls()) ?? []).map(({ args }) => args.slice(4, 6).join(' '));
}

describe('deploy to EKS', () => {
  const first = [{ to: 'get deployment' }, { to: 'diff', exitCode: 1, stdout: '+ new\n' }, { to: 'apply' }];

  it('applies what is pinned to the digest that a tag means, and writes it into the ledger', async () => {
    const { printed, failure } = await deployWith([...first, { to: 'rollout status' }], '--tag', 'v1', '--json');
    expect(failure).toBeUndefined();
    expect(JSON.parse(printed)).toMatchObject({ report: 'deploy', action: 'deploy', reference: `${uri}@${digest}` });
    expect(await verbs()).toEqual(['get deployment', 'diff -f', 'apply -f', 'rollout status']);
    const [, , applied] = (await kubectl?.calls()) ?? [];
    expect(applied?.input).toContain(`image: ${uri}@${digest}\n`);
    expect(applied?.input).toContain(`eks.amazonaws.com/role-arn: ${role}\n`);
    const entries = await world.openLedger(spec).entries('api');
    expect(entries.map(({ action, ...entry }) => [action, entry.digest, entry.tags])).toEqual([
      ['deploy', digest, ['v1']],
    ]);
  });

  it('undoes a rollout that fails', async () => {
    const running = {
      metadata: { uid: 'u', generation: 4, annotations: { 'deployment.kubernetes.io/revision': '7' } },
      spec: { replicas: 1, template: { spec: { containers: [{ image: `${uri}@sha256:old` }] } } },
      status: { observedGeneration: 4, replicas: 1, updatedReplicas: 1, availableReplicas: 1 },
    };
    const { failure } = await deployWith(
      [
        { to: 'get deployment', stdout: JSON.stringify(running) },
        { to: 'get', stdout: '{"items":[]}' },
        ...first.slice(1),
        { to: 'rollout status', exitCode: 1, stderr: 'error: deployment "api" exceeded its progress deadline' },
        { to: 'rollout undo' },
      ],
      '--digest',
      digest,
    );
    expect(failure).toMatchObject({ code: 'deploy-failed' });
    expect((await kubectl?.calls())?.map(({ args }) => args.join(' '))).toContainEqual(
      expect.stringContaining('rollout undo deployment/api --to-revision=7'),
    );
  });

  it('prints manifests and differences in a dry run, line by line', async () => {
    const { printed } = await deployWith(first, '--tag', 'v1', '--dry-run');
    expect(printed).toMatch(/api in dev: would be deployed[^]*\n# manifests\.yaml\napiVersion: v1\n[^]*\n\+ new\n$/);
    expect(await verbs()).toEqual(['get deployment', 'diff -f']);
  });
});

describe('deploy to Elastic Beanstalk', () => {
  it('makes a version and updates the environment, and does nothing when it is there', async () => {
    const green = (label: string) =>
      `<Environments><member><VersionLabel>${label}</VersionLabel><Status>Ready</Status><Health>Green</Health></member></Environments>`;
    const answers = {
      DescribeEnvironments: { result: green('old') },
      DescribeApplicationVersions: { result: '<ApplicationVersions/>' },
      CreateApplicationVersion: { result: '' },
      UpdateEnvironment: { result: '' },
    };
    const stub = await startBeanstalkStub(answers);
    const settings = { region, endpoint: stub.url, credentials: { accessKeyId: 'FAKE', secretAccessKey: 'fake' } };
    const openBeanstalk: World['openBeanstalk'] = () => {
      const aws = new AwsBeanstalk(settings, { signal, pauseSeconds: 0.01 });
      const update = aws.update.bind(aws);
      aws.update = async (application, environment, label) => {
        await update(application, environment, label);
        answers.DescribeEnvironments.result = green(label);
      };
      return aws;
    };
    const deploy = async () => {
      const args = ['deploy', 'web', '--env', 'dev', '--tag', 'v1', '--json'];
      return JSON.parse((await runProgram(args, { ...world, openBeanstalk })).printed) as DeployReport;
    };
    expect(await deploy()).toMatchObject({ action: 'deploy', previous: 'old', digest });
    expect(await deploy()).toMatchObject({ action: 'keep', digest });
    const updates = stub.calls.filter(({ action }) => action === 'UpdateEnvironment');
    expect(updates.map(({ parameters }) => digestOfLabel(parameters['VersionLabel'] ?? ''))).toEqual([digest]);
    expect(stub.calls.filter(({ action }) => action === 'PutObject')).toHaveLength(1);
    await stub.stop();
  });
});
