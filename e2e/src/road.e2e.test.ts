import { join } from 'node:path';
import { DescribeImagesCommand, DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { containers, environments } from '@slipway/environments';
import { cloudEnvironment, ROOT, run } from './workspace.ts';

let environment: Record<string, string> = {};
let output = '';

beforeAll(async () => {
  const start = await run(['npm', 'start']);
  if (start.exitCode !== 0) throw new Error(start.all);
  output = start.stdout;
  environment = await cloudEnvironment();
}, 1_200_000);

function ecr(region: string): ECRClient {
  const { AWS_ENDPOINT_URL: endpoint = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment;
  return new ECRClient({
    region,
    endpoint,
    credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY },
  });
}

async function images(repositoryName: string) {
  const { imageDetails = [] } = await ecr('ap-southeast-1').send(new DescribeImagesCommand({ repositoryName }));
  return imageDetails;
}

describe('npm start', () => {
  it('makes the eight repositories of dev', async () => {
    const regions = environments.dev.registries.map(({ region }) => region);
    const found = await Promise.all(regions.map((region) => ecr(region).send(new DescribeRepositoriesCommand({}))));
    const names = found.flatMap(({ repositories = [] }) => repositories.map(({ repositoryName }) => repositoryName));
    const declared = environments.dev.registries.flatMap(({ repositories }) => repositories.map(({ name }) => name));
    expect(names.sort()).toEqual([...declared].sort());
    expect(names).toHaveLength(8);
  });

  it('pushes an image of every container, with its size', async () => {
    for (const { repository } of Object.values(containers)) {
      const found = await images(repository);
      expect(found.length).toBeGreaterThan(0);
      expect(found.every(({ imageSizeInBytes = 0 }) => imageSizeInBytes > 10_000_000)).toBe(true);
    }
  });

  it('serves a prediction from the pushed digest', () => {
    expect(output).toMatch(/prediction {2}\{.*"model_version"/);
  });

  it('says how to ask for another', async () => {
    const [, command = ''] = /^ask again +(curl .*)$/m.exec(output) ?? [];
    const { exitCode, stdout } = await run(['bash', '-c', command]);
    expect(exitCode).toBe(0);
    expect(output).toContain(`prediction  ${stdout}`);
  });

  it('leaves a stack that is valid and whose plan is empty', async () => {
    const cwd = join(ROOT, 'cdktf.out', 'stacks', 'dev');
    for (const args of [['validate'], ['plan', '-detailed-exitcode', '-input=false']]) {
      const { exitCode, all } = await run(['terraform', ...args, '-no-color'], { environment, cwd });
      expect({ exitCode, all }).toMatchObject({ exitCode: 0 });
    }
  });

  it('rebuilds and pushes nothing the second time', async () => {
    const again = await run(['npm', 'start']);
    expect(again.exitCode).toBe(0);
    const rows = again.stdout.split('\n').filter((line) => line.startsWith('│') && line.includes('sha256:'));
    expect(rows).toHaveLength(Object.keys(containers).length);
    expect(rows.every((row) => row.includes('up-to-date'))).toBe(true);
  });
});

describe('the deployed stacks', () => {
  it('let prod be deployed beside dev, from the same shell', async () => {
    const deploy = await run(['cdktf', 'deploy', 'prod', '--auto-approve'], { environment });
    expect({ exitCode: deploy.exitCode, all: deploy.all }).toMatchObject({ exitCode: 0 });
  });

  it('refuse credentials of another account', async () => {
    const diff = await run(['cdktf', 'diff', 'dev'], { environment: await cloudEnvironment('prod') });
    expect(diff.exitCode).not.toBe(0);
    // S3 is asked first, and keeps the state of dev from strangers; the provider's own guard is tested with the provider.
    expect(diff.all).toContain('StatusCode: 403');
  });

  it('let dev be destroyed with its images and deployed again, and prod not be destroyed at all', async () => {
    const destroyed = await run(['cdktf', 'destroy', 'dev', '--auto-approve'], { environment });
    expect({ exitCode: destroyed.exitCode, all: destroyed.all }).toMatchObject({ exitCode: 0 });
    const refused = await run(['cdktf', 'destroy', 'prod', '--auto-approve'], { environment });
    expect(refused.exitCode).not.toBe(0);
    expect(refused.all).toContain('Instance cannot be destroyed');
    const again = await run(['cdktf', 'deploy', 'dev', '--auto-approve'], { environment });
    expect({ exitCode: again.exitCode, all: again.all }).toMatchObject({ exitCode: 0 });
  });
});
