import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { pythonName } from '../../sbom/package-url.ts';
import { SHELL_BASE } from '../../testing/docker-build-request.ts';
import { startDockerRegistry } from '../../testing/docker-registry.ts';
import type { TestRegistry } from '../../testing/docker-registry.ts';
import { startEcrStub } from '../../testing/ecr-stub.ts';
import type { EcrStub } from '../../testing/ecr-stub.ts';
import { PROGRAM } from '../../testing/program-file.ts';
import { removeWorkspace, serverWorkspace } from '../../testing/server-workspace.ts';

let folder: string;
let registry: TestRegistry;
let ecr: EcrStub;
/** The SBOM of `server`, as it was attached. */
let first: Awaited<ReturnType<typeof sbom>>;

/** The real `server`, and as `training` an image of Debian with two layers. */
beforeAll(async () => {
  registry = await startDockerRegistry();
  ecr = await startEcrStub({ account: '111122223333', host: registry.host, credentials: registry.credentials });
  folder = await serverWorkspace({ 'training/Dockerfile': `FROM ${SHELL_BASE}\nCOPY a /a\n`, 'training/a': 'a' });
  const { exitCode, stderr } = await run('push', 'server', 'training', '--env', 'dev');
  if (exitCode !== 0) throw new Error(stderr);
  first = await sbom('server');
}, 600_000);
afterAll(async () => {
  await ecr.stop();
  await registry.stop();
  await removeWorkspace(folder);
});

function run(...args: readonly string[]) {
  const env = { AWS_ENDPOINT_URL: ecr.url, AWS_ACCESS_KEY_ID: 'FAKE', AWS_SECRET_ACCESS_KEY: 'fake' };
  return execa(process.execPath, [PROGRAM, ...args], { cwd: folder, env, reject: false });
}

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl?: string;
  readonly evidence?: { readonly occurrences: readonly { readonly location: string }[] };
}

interface Printed {
  readonly image: string;
  readonly images: readonly {
    readonly result: string;
    readonly sbom: string;
    readonly document: { readonly components: readonly Component[] };
  }[];
}

async function sbom(container: string, ...flags: readonly string[]) {
  const { stdout, stderr, exitCode } = await run('sbom', container, '--env', 'dev', '--json', ...flags);
  if (exitCode !== 0) throw new Error(stderr);
  const { image, images } = JSON.parse(stdout) as Printed;
  const [only, ...others] = images;
  if (only === undefined || others.length > 0) throw new Error(`not one image: ${stdout}`);
  return { ...only, image };
}

/** What a program of the image itself says, by lines. */
async function inImage(image: string, [program, ...args]: readonly [string, ...string[]]): Promise<string[]> {
  const { stdout } = await execa('docker', [
    'run',
    '--rm',
    '--network',
    'host',
    '--entrypoint',
    program,
    image,
    ...args,
  ]);
  return stdout.split('\n').sort();
}

describe('image-builder sbom', () => {
  it('lists the packages that dpkg lists in the image', async () => {
    const { image, document } = await sbom('training', '--dry-run');
    const format = '${db:Status-Status} ${Package} ${Version}\n';
    const lines = await inImage(image, ['dpkg-query', '--show', '--showformat', format]);
    const installed = lines.filter((line) => line.startsWith('installed '));
    const debian = document.components.filter(({ purl }) => purl?.startsWith('pkg:deb/') === true);
    expect(debian.map(({ name, version }) => `installed ${name} ${version}`).sort()).toEqual(installed);
    expect(installed.length).toBeGreaterThan(10);
  });

  it('lists the packages that Python finds in the image', async () => {
    const { image, document } = first;
    const program =
      'from importlib.metadata import distributions\nfor d in distributions(): print(d.metadata["Name"], d.version)';
    const lines = await inImage(image, ['/venv/bin/python', '-c', program]);
    const found = lines
      .map((line) => line.split(' '))
      .map(([name = '', version = '']) => `${pythonName(name)} ${version}`);
    const inPath = document.components.filter(({ evidence }) => isInPath(evidence?.occurrences[0]?.location ?? ''));
    expect(inPath.map(({ name, version }) => `${pythonName(name)} ${version}`).sort()).toEqual(found.sort());
    expect(found.length).toBeGreaterThan(10);
  });

  it('is attached once, in a registry that has no API for what refers to an image, and leaves the image alone', async () => {
    const second = await sbom('server');
    expect([first.result, second.result]).toEqual(['attached', 'there already']);
    expect(second).toMatchObject({ image: first.image, sbom: first.sbom, document: first.document });
    const digest = first.image.split('@')[1] ?? '';
    const url = `http://${registry.host}/v2/mlops/retail-api/manifests`;
    const { username, password } = registry.credentials;
    const headers = {
      Accept: 'application/vnd.oci.image.index.v1+json',
      Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    };
    // OCI distribution spec 1.1, referrers tag schema
    const index: unknown = await (await fetch(`${url}/${digest.replace(':', '-')}`, { headers })).json();
    expect(index).toMatchObject({
      manifests: [{ digest: first.sbom, artifactType: 'application/vnd.cyclonedx+json' }],
    });
  });

  it('exits with 1 for an image that is not there, and with 2 for what is no digest', async () => {
    const wrong = [
      ['--tag', 'none'],
      ['--digest', 'sha256:1'],
    ];
    const ended = await Promise.all(wrong.map((flag) => run('sbom', 'server', '--env', 'dev', ...flag)));
    expect(ended).toMatchObject([{ exitCode: 1 }, { exitCode: 2 }]);
  });
});

/** Copies inside of other packages are in the SBOM, too, and no part of Python's path. */
function isInPath(location: string): boolean {
  return /^\/venv\/lib\/python3\.\d+\/site-packages\/[^/]+\/METADATA$/.test(location);
}
