import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { startDockerRegistry } from '../../testing/docker-registry.ts';
import type { TestRegistry } from '../../testing/docker-registry.ts';
import { PROGRAM } from '../../testing/program-file.ts';
import { pushTinyImage } from '../../testing/push-tiny-image.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';

const DEV = '111122223333';
let registry: TestRegistry;
const ecr = createServer((request, response) => {
  const [, action = ''] = String(request.headers['x-amz-target']).split('.');
  const body = answers()[action];
  const type = { 'content-type': 'application/x-amz-json-1.1' };
  response
    .writeHead(body === undefined ? 400 : 200, type)
    .end(JSON.stringify(body ?? { __type: 'AccessDeniedException' }));
});
let folder: string;
let digest: string;

beforeAll(async () => {
  registry = await startDockerRegistry();
  await once(ecr.listen(0, '127.0.0.1'), 'listening');
  folder = await temporaryFolder({ 'nx.json': '{}', 'server/Dockerfile': 'FROM scratch\n' });
  const url = `http://${registry.host}/v2/mlops/retail-api`;
  digest = await pushTinyImage({ url, credentials: registry.credentials, tag: 'dev-1', labels: {} });
});
afterAll(async () => {
  ecr.closeAllConnections();
  ecr.close();
  await registry.stop();
  await removeFolder(folder);
});

/** ECR as its API reference documents it, with one finding. */
function answers(): Readonly<Record<string, object | undefined>> {
  const { username, password } = registry.credentials;
  const authorizationToken = Buffer.from(`${username}:${password}`).toString('base64');
  const login = { authorizationToken, proxyEndpoint: `http://${registry.host}`, expiresAt: 4_102_444_800 };
  const place = {
    registryId: DEV,
    repositoryName: 'mlops/retail-api',
    repositoryUri: `${registry.host}/mlops/retail-api`,
  };
  const findings = [
    { name: 'CVE-2024-0001', severity: 'CRITICAL', attributes: [{ key: 'package_name', value: 'zlib' }] },
  ];
  return {
    DescribeRegistry: { registryId: DEV },
    DescribeRepositories: { repositories: [place] },
    GetAuthorizationToken: { authorizationData: [login] },
    GetRegistryScanningConfiguration: { scanningConfiguration: { scanType: 'BASIC', rules: [] } },
    DescribeImageScanFindings: {
      imageScanStatus: { status: 'COMPLETE' },
      imageScanFindings: { findings, imageScanCompletedAt: Math.floor(Date.now() / 1000) },
    },
  };
}

async function run(args: readonly string[]) {
  // Nothing answers at the port 9 of the loopback: STS and S3 are out of order.
  const aws = {
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_ENDPOINT_URL_ECR: `http://127.0.0.1:${(ecr.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'FAKE',
    AWS_SECRET_ACCESS_KEY: 'fake',
  };
  const env = { ...aws, DOCKER_CONFIG: join(folder, 'docker') };
  return execa(process.execPath, [PROGRAM, ...args], { cwd: folder, env, reject: false });
}

describe('scan', () => {
  it('ends with 5 and says what was found', async () => {
    const { stdout, stderr, exitCode } = await run(['scan', 'server', '--env', 'dev', '--tag', 'dev-1', '--json']);
    expect(exitCode).toBe(5);
    const { images } = JSON.parse(stdout) as { images: readonly object[] };
    expect(images).toMatchObject([{ digest, violations: [{ id: 'CVE-2024-0001', severity: 'critical' }] }]);
    expect(stderr).toContain('scan-exceptions.json');
  });

  it('prints SARIF all the same', async () => {
    const { stdout, exitCode } = await run(['scan', 'server', '--env', 'dev', '--digest', digest, '--sarif']);
    expect(exitCode).toBe(5);
    expect(JSON.parse(stdout)).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'CVE-2024-0001' }] }] });
  });
});

describe('login', () => {
  it('lets the docker command pull, and shows no password', async () => {
    const image = `${registry.host}/mlops/retail-api@${digest}`;
    const docker = ['--config', join(folder, 'docker'), 'manifest', 'inspect', '--insecure', image];
    expect((await execa('docker', docker, { reject: false })).failed).toBe(true);
    const { stdout, stderr, exitCode } = await run(['login', 'dev', '--json']);
    expect(exitCode).toBe(0);
    expect(stdout + stderr).not.toContain(registry.credentials.password);
    expect((await execa('docker', docker)).stdout).toContain('"schemaVersion": 2');
  });

  it('refuses another account', async () => {
    const { stdout, exitCode } = await run(['login', 'prod', '--json']);
    expect(exitCode).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'wrong-account' } });
  });

  it('prints one password alone when it is asked to', async () => {
    const { stdout } = await run(['login', 'dev', '--region', 'ap-southeast-1', '--print']);
    expect(stdout).toBe(registry.credentials.password);
  });
});

describe('doctor', () => {
  it('shows all checks and ends with 5 when some fail', async () => {
    const { stdout, exitCode } = await run(['doctor', 'server', '--env', 'dev', '--json']);
    expect(exitCode).toBe(5);
    const { checks } = JSON.parse(stdout) as { checks: readonly { name: string; status: string }[] };
    const results = Object.fromEntries(checks.map(({ name, status }) => [name, status]));
    // The folder is no work tree, and STS and S3 don't answer.
    expect(results).toMatchObject({
      'Node.js': 'ok',
      'Docker engine': 'ok',
      git: 'failure',
      account: 'failure',
      clock: 'ok',
      'state bucket': 'failure',
      'login to the registry': 'ok',
    });
    expect(checks).toHaveLength(13);
  });
});
