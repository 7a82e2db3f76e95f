import {
  BatchDeleteImageCommand,
  GetLifecyclePolicyCommand,
  GetRepositoryPolicyCommand,
  ListImagesCommand,
  PutLifecyclePolicyCommand,
  SetRepositoryPolicyCommand,
} from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { environments } from '@slipway/environments';
import type { AccessReport } from './commands/access/access-report.ts';
import type { LifecyclePreview, PresentRepository } from './commands/lifecycle-preview/lifecycle-preview.ts';
import { ImagePusher, cloudVariables, run } from '@slipway/ecr-inventory/testing';
import type { Variables } from '@slipway/ecr-inventory/testing';

/** In dev it keeps the newest 10 of `v*`, `dev-*` for 7 days and untagged images for 1 day. No container is pushed to it. */
const REPOSITORY = 'user-service';
const repositoryName = REPOSITORY;
let variables: Variables;
let pusher: ImagePusher;
const pushed = new Map<string, string>();

async function removeImages(): Promise<void> {
  const { imageIds = [] } = await pusher.client.send(new ListImagesCommand({ repositoryName }));
  if (imageIds.length > 0) await pusher.client.send(new BatchDeleteImageCommand({ repositoryName, imageIds }));
}

beforeAll(async () => {
  variables = await cloudVariables('dev');
  const deployed = await run(['cdktf', 'deploy', 'dev', '--auto-approve'], variables);
  if (deployed.exitCode !== 0) throw new Error(deployed.stdout + deployed.stderr);
  pusher = new ImagePusher(variables, 'us-east-1');
  await removeImages();
  const tags = Array.from({ length: 12 }, (_, index) => `v${index}`);
  for (const tag of [...tags, 'dev-1', 'other'])
    pushed.set(tag, await pusher.push(REPOSITORY, { content: tag }, [tag]));
  pushed.set('untagged', await pusher.push(REPOSITORY, { content: 'untagged' }, []));
  const child = pushed.get('other') ?? '';
  pushed.set('index', await pusher.push(REPOSITORY, { content: 'index', children: [child] }, ['all']));
});
afterAll(async () => {
  // Images of an index can only be removed after it.
  await removeImages();
  await removeImages();
});

async function preview(...args: readonly string[]) {
  const command = [
    'registry-report',
    'lifecycle-preview',
    'dev',
    '--repository',
    REPOSITORY,
    '--json',
    ...args,
  ] as const;
  const { exitCode, stdout, stderr } = await run(command, variables);
  const report = JSON.parse(stdout) as LifecyclePreview;
  const repository = report.repositories.find((each): each is PresentRepository => each.state === 'present');
  if (repository === undefined) throw new Error(`${REPOSITORY} is not there`);
  return { exitCode, stderr, report, repository };
}

describe('registry-report lifecycle-preview dev', () => {
  it('shows exactly the images that were pushed, and what becomes of each', async () => {
    const { exitCode, repository, report } = await preview('--details');
    expect(exitCode).toBe(0);
    expect(report.account).toBe(environments.dev.account);
    const fates = new Map(repository.images?.map((image) => [image.digest, image]));
    expect([...fates.keys()].sort()).toEqual([...pushed.values()].sort());
    const fateOf = (name: string) => fates.get(pushed.get(name) ?? '');
    expect(fateOf('dev-1')).toMatchObject({ tags: ['dev-1'], fate: 'expired', inDays: 7 });
    expect(fateOf('untagged')).toMatchObject({ tags: [], fate: 'expired', inDays: 1 });
    expect(fateOf('other')).toMatchObject({ tags: ['other'], fate: 'kept' });
    expect(fateOf('index')).toMatchObject({ tags: ['all'], fate: 'kept' });
    const releases = [...fates.values()].filter(({ tags }) => tags[0]?.startsWith('v'));
    expect(releases.map(({ fate }) => fate).sort()).toEqual([
      ...Array<string>(2).fill('expired'),
      ...Array<string>(10).fill('kept'),
    ]);
    expect(repository.stored.images).toBe(pushed.size);
    expect(repository.stored.bytes).toBeGreaterThan(0);
  });

  it('finds the policy that Terraform set to be that of the specs', async () => {
    const { repository } = await preview();
    expect(repository.change).toEqual({ inForce: 'same', rules: [], newlyExpired: [], newlyKept: [] });
    expect(repository.effects.map(({ action, when, images }) => [action, when, images])).toEqual([
      ['expire', 'now', 2],
      ['expire', 'later', 1],
      ['expire', 'later', 1],
    ]);
  });

  it('finds what another policy in force would keep, and fails where CI asks for that', async () => {
    const { lifecyclePolicyText } = await pusher.client.send(new GetLifecyclePolicyCommand({ repositoryName }));
    const other = lifecyclePolicyText?.replace('"countNumber":10', '"countNumber":11');
    await pusher.client.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText: other }));
    try {
      const { exitCode, repository, stderr } = await preview('--fail-on', 'newly-expired');
      expect(repository.change.rules.map(({ description }) => description)).toEqual([
        'tagged v*: keep the newest 11 -> 10',
      ]);
      expect(repository.change.newlyExpired).toHaveLength(1);
      expect(exitCode).toBe(1);
      expect(stderr).toContain("'dev' loses 1 image that the policies in force keep within 30 days");
    } finally {
      await pusher.client.send(new PutLifecyclePolicyCommand({ repositoryName, lifecyclePolicyText }));
    }
  });

  it('refuses the credentials of dev for prod', async () => {
    const { exitCode, stdout } = await run(['registry-report', 'lifecycle-preview', 'prod', '--json'], variables);
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'wrong-account' } });
  });
});

describe('registry-report access dev --live', () => {
  const access = () => run(['registry-report', 'access', 'dev', '--live', '--json'], variables);

  it('finds the policies that Terraform set to be those of the specs', async () => {
    const { exitCode, stdout } = await access();
    const { live } = JSON.parse(stdout) as AccessReport;
    expect(live?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(live?.compared).toBeGreaterThanOrEqual(8);
    expect(exitCode).toBe(0);
  });

  it('finds whoever was let in beside the specs', async () => {
    const { policyText } = await pusher.client.send(new GetRepositoryPolicyCommand({ repositoryName }));
    const policy = JSON.parse(policyText ?? '') as { Statement: object[] };
    const stranger = {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::999999999999:root' },
      Action: 'ecr:BatchGetImage',
    };
    const changed = JSON.stringify({ ...policy, Statement: [...policy.Statement, stranger] });
    await pusher.client.send(new SetRepositoryPolicyCommand({ repositoryName, policyText: changed }));
    try {
      const { exitCode, stdout } = await access();
      const { live } = JSON.parse(stdout) as AccessReport;
      expect(exitCode).toBe(1);
      expect(live?.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
        {
          rule: 'access-undeclared',
          path: `dev / us-east-1 / ${REPOSITORY}`,
          message: '"account 999999999999" may also ecr:BatchGetImage',
        },
      ]);
    } finally {
      await pusher.client.send(new SetRepositoryPolicyCommand({ repositoryName, policyText }));
    }
  });
});

describe('the targets of an environment', () => {
  it.each([
    ['access', '## Access to the repositories of dev'],
    ['lifecycle-preview', '## Lifecycle preview of dev'],
  ])('%s runs through Nx and passes its arguments on', async (target, heading) => {
    const { exitCode, stdout } = await run(
      ['nx', 'run', `dev:${target}`, '--', '--markdown', '--repository', REPOSITORY],
      {
        ...variables,
        NX_DAEMON: 'false',
        NX_TUI: 'false',
      },
    );
    expect(stdout).toContain(heading);
    expect(stdout).toContain(`| us-east-1 | ${REPOSITORY} |`);
    expect(exitCode).toBe(0);
  });
});
