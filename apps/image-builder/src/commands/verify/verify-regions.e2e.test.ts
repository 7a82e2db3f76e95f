import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MemoryDirectory } from '../../ecr/memory-directory.ts';
import { HttpImageRegistry } from '../../registry/http-image-registry.ts';
import { startDockerRegistry } from '../../testing/docker-registry.ts';
import type { TestRegistry } from '../../testing/docker-registry.ts';
import { putReferrer } from '../../testing/oci-parts.ts';
import type { Descriptor } from '../../testing/oci-parts.ts';
import { putDescribedImage } from '../../testing/put-described-image.ts';
import { testSpecs, testWorld } from '../../testing/test-world.ts';
import type { World } from '../../world.ts';
import { runVerify } from './run-verify.ts';

const HOME = 'dev-region';
const REPLICA = 'eu-west-1';
const account = '111111111111';
const options = { containers: ['api'], environment: 'dev', recordDir: 'records', pause: 20 };
let server: TestRegistry;
let world: World;
let image: Descriptor;

const place = (region: string) =>
  ({
    uri: `${server.host}/${region}/shop/api`,
    scheme: 'http:',
    account,
    region,
    credentials: server.credentials,
  }) as const;

beforeAll(async () => {
  server = await startDockerRegistry();
  const setting = testWorld('/nowhere');
  const registries = testSpecs.dev.registries.map((one) => ({ ...one, replication: [{ region: REPLICA } as const] }));
  world = {
    ...setting.world,
    specs: { dev: { ...testSpecs.dev, registries } },
    directory: new MemoryDirectory({
      [`${HOME}/shop/api`]: place(HOME),
      [`${REPLICA}/shop/api`]: place(REPLICA),
    }),
    openRegistry: (where) => new HttpImageRegistry(where),
    now: () => new Date(),
  };
  image = await put(HOME);
  await setting.ledgers.dev.append({
    schemaVersion: 1,
    environment: 'dev',
    container: 'api',
    sequence: 1,
    action: 'publish',
    repository: 'shop/api',
    digest: image.digest,
    tags: ['dev-1'],
    by: `arn:aws:iam::${account}:user/tester`,
    at: '2026-02-20T00:00:00Z',
  });
});
afterAll(async () => {
  await server.stop();
});

/** The same image with its SBOM: their digests are the same wherever they are. */
async function put(region: string): Promise<Descriptor> {
  const registry = new HttpImageRegistry(place(region));
  const subject = await putDescribedImage(registry, { tag: 'dev-1', layers: [{ content: 'base' }] });
  await putReferrer(registry, { subject, content: '{}', artifactType: 'application/vnd.cyclonedx+json' });
  return subject;
}

it('says that a region of a real registry lacks the image', async () => {
  const { findings } = await runVerify({ ...options, waitMinutes: 0 }, world);
  expect(findings.map(({ rule, path }) => [rule, path])).toEqual([['replica-missing', `dev / api / ${REPLICA}`]]);
});

it('waits until the region of a real registry has followed', async () => {
  const waiting = runVerify({ ...options, waitMinutes: 1 }, world);
  await put(REPLICA);
  expect((await waiting).findings).toEqual([]);
});
