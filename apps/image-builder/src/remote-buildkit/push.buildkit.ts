import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { HttpImageRegistry } from '../registry/http-image-registry.ts';
import { startBuildkitd } from '../testing/buildkitd.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { startEcrStub } from '../testing/ecr-stub.ts';
import type { EcrStub } from '../testing/ecr-stub.ts';
import { PROGRAM } from '../testing/program-file.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { testRepository } from '../testing/test-repository.ts';

/** The first stage isn't in the image: only a cache of all stages has its steps. What it writes is never the same twice. */
const DOCKERFILE = `FROM scratch AS tools
ADD shell.tar /
RUN cat /proc/sys/kernel/random/uuid >/once
RUN --mount=type=secret,id=ca cat /run/secrets/ca | wc -c >/length

FROM scratch
COPY --from=tools /once /length /
COPY a /a
`;

let folder: string;
let registry: TestRegistry;
let ecr: EcrStub;
beforeAll(async () => {
  registry = await startDockerRegistry();
  const { host, credentials } = registry;
  ecr = await startEcrStub({ account: '111122223333', host, credentials });
  const files = { 'nx.json': '{}', '.gitignore': '.slipway\ndist\n', ca: 'fake-authority\n' };
  folder = await temporaryFolder({ ...files, 'server/Dockerfile': DOCKERFILE, 'server/a': '1' });
  await writeFile(join(folder, 'server', 'shell.tar'), await shellTar());
  await testRepository(folder);
});
afterAll(async () => {
  await ecr.stop();
  await registry.stop();
  await removeFolder(folder);
});

/** This machine's own shell, and the libraries that it needs. */
async function shellTar(): Promise<Uint8Array> {
  const programs = ['/bin/sh', '/bin/cat', '/usr/bin/wc'];
  const { stdout } = await execa('ldd', programs);
  const libraries = [...stdout.matchAll(/(\/\S+) \(0x/g)].map(([, path = '']) => path);
  const files = [...new Set([...programs, ...libraries])];
  const tar = await execa('tar', ['--create', '--dereference', '--absolute-names', ...files], { encoding: 'buffer' });
  return tar.stdout;
}

interface Pushed {
  readonly digest: string;
  readonly cachedSteps: number;
}

/** Builds with a BuildKit that has never built anything, and pushes; there is no Docker engine. */
async function push(...flags: readonly string[]): Promise<Pushed> {
  const buildkit = await startBuildkitd();
  const env = {
    BUILDKIT_HOST: buildkit.address,
    DOCKER_HOST: 'unix:///nowhere/docker.sock',
    SSL_CERT_FILE: join(folder, 'ca'),
    AWS_ENDPOINT_URL: ecr.url,
    AWS_ACCESS_KEY_ID: 'FAKE',
    AWS_SECRET_ACCESS_KEY: 'fake',
  };
  try {
    const args = [PROGRAM, 'push', 'server', '--env', 'dev', '--json', ...flags];
    const { stdout } = await execa(process.execPath, args, { cwd: folder, env });
    const { images } = JSON.parse(stdout) as {
      images: { pushed: { digest: string }; built: { cachedSteps: number } }[];
    };
    const [image] = images;
    return { digest: image?.pushed.digest ?? '', cachedSteps: image?.built.cachedSteps ?? -1 };
  } finally {
    await buildkit.stop();
  }
}

function repository(name: string): HttpImageRegistry {
  const { host, credentials } = registry;
  return new HttpImageRegistry({ uri: `${host}/${name}`, scheme: 'http:', account: '', region: '', credentials });
}

async function layersOf(digest: string): Promise<string[]> {
  const { text } = (await repository('mlops/retail-api').manifest(digest)) ?? { text: '{"layers":[]}' };
  return (JSON.parse(text) as { layers: { digest: string }[] }).layers.map((layer) => layer.digest);
}

it('takes the steps of all stages from a cache that another BuildKit wrote', async () => {
  const cache = `${registry.host}/mlops/build-cache:server-main`;
  const first = await push('--cache-to', cache);
  // ECR takes a cache only in this form (AWS, "Announcing remote cache support in Amazon ECR for BuildKit clients").
  expect(await repository('mlops/build-cache').manifest('server-main')).toMatchObject({
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
  });
  await writeFile(join(folder, 'server', 'a'), '2');
  await testRepository(folder);
  const second = await push('--cache-from', `${registry.host}/mlops/build-cache:none`, '--cache-from', cache);
  const [one, two] = [await layersOf(first.digest), await layersOf(second.digest)];
  expect(two[0]).toBe(one[0]);
  expect(two[1]).not.toBe(one[1]);
  expect(first.cachedSteps).toBe(0);
  expect(second.cachedSteps).toBeGreaterThan(2);
});
