import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { memoryProgress } from '@slipway/cli';
import type { Credentials } from '../credentials/credentials.ts';
import { HttpImageRegistry } from '../registry/http-image-registry.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { startFaultyRegistry } from '../testing/faulty-registry.ts';
import type { FaultKind, FaultyRegistry, FaultyStep } from '../testing/faulty-registry.ts';
import { putImage } from '../testing/oci-parts.ts';
import type { Descriptor } from '../testing/oci-parts.ts';
import { copyImage } from './copy-image.ts';
import type { CopyFacts } from './copy-image.ts';

const LAYER_BYTES = 3_000_000;
/** Config, layer. */
const BLOBS = 2;
const writing: readonly FaultyStep[] = ['upload start', 'chunk', 'commit', 'manifest', 'tag'];
const kinds: readonly FaultKind[] = [401, 429, 500, 503, 'reset'];

let server: TestRegistry;
let faulty: FaultyRegistry;
let image: Descriptor;
let repositories = 0;
let logins = 0;
let name: string;
beforeAll(async () => {
  server = await startDockerRegistry();
  faulty = await startFaultyRegistry(server.host);
  image = await putImage(repository(server.host, 'source'), [randomBytes(LAYER_BYTES)]);
});
afterAll(async () => {
  await faulty.stop();
  await server.stop();
});
beforeEach(() => {
  repositories += 1;
  logins = 0;
  name = `target-${repositories}`;
});

function repository(host: string, path: string, credentials = server.credentials): HttpImageRegistry {
  const login = (): Promise<Credentials> => {
    logins += 1;
    return Promise.resolve(server.credentials);
  };
  const place = { uri: `${host}/${path}`, scheme: 'http:', account: '111111111111', region: 'us-east-1' } as const;
  return new HttpImageRegistry({ ...place, credentials, login }, { wait: () => Promise.resolve() });
}

async function copy({ from, to }: { from: HttpImageRegistry; to: HttpImageRegistry }): Promise<CopyFacts> {
  const { signal } = new AbortController();
  return copyImage({ from, to, digest: image.digest, tags: ['v1'], progress: memoryProgress(), signal });
}

/** Nothing is lost: what is there is whole, and a further copy has nothing to do. */
async function expectWhole(): Promise<void> {
  const [from, to] = [repository(server.host, 'source'), repository(server.host, name)];
  expect(await to.digestOf('v1')).toBe(image.digest);
  expect(await to.manifest(image.digest)).toEqual(await from.manifest(image.digest));
  expect(await copy({ from, to })).toMatchObject({ manifests: 0, blobsCopied: 0, blobsThere: BLOBS });
}

describe('copyImage with a registry in trouble', () => {
  it.each(writing.flatMap((step) => kinds.map((kind) => [kind, step] as const)))(
    'gets over %s at the target, at the step: %s',
    async (kind, step) => {
      faulty.inject({ kind, step });
      const facts = await copy({ from: repository(server.host, 'source'), to: repository(faulty.host, name) });
      expect(faulty.happened).toBe(1);
      expect(facts).toMatchObject({ manifests: 1, blobsCopied: BLOBS });
      // In the middle of a body the connection may end before its answer is read: then the whole upload is repeated.
      if (step !== 'chunk') expect(logins).toBe(kind === 401 ? 1 : 0);
      await expectWhole();
    },
  );

  it.each(kinds)('gets over %s when it reads the source', async (kind) => {
    faulty.inject({ kind, step: 'read' });
    await copy({ from: repository(faulty.host, 'source'), to: repository(server.host, name) });
    expect(faulty.happened).toBe(1);
    await expectWhole();
  });

  it('gets over a source that breaks off in the middle of a blob, again and again', async () => {
    faulty.inject({ kind: 'reset', step: 'content', times: 4 });
    const facts = await copy({ from: repository(faulty.host, 'source'), to: repository(server.host, name) });
    expect(faulty.happened).toBe(4);
    expect(facts).toMatchObject({ manifests: 1, blobsCopied: BLOBS });
    await expectWhole();
  });

  it('does not send again what the registry has, though every answer to it is lost', async () => {
    faulty.inject({ kind: 500, step: 'commit', times: 1000 });
    await copy({ from: repository(server.host, 'source'), to: repository(faulty.host, name) });
    expect(faulty.happened).toBe(BLOBS);
    await expectWhole();
  });

  const failing = writing.filter((step) => step !== 'commit');
  it.each(failing)(
    'fails in the end when the registry stays in trouble, and the next run finishes: %s',
    async (step) => {
      faulty.inject({ kind: 500, step, times: 1000 });
      const [from, to] = [repository(server.host, 'source'), repository(faulty.host, name)];
      await expect(copy({ from, to })).rejects.toMatchObject({ code: 'registry-failed' });
      expect(faulty.happened).toBeGreaterThanOrEqual(5);
      faulty.inject({ kind: 500, step, times: 0 });
      await copy({ from, to });
      await expectWhole();
    },
  );

  it('logs in once for all requests that find the login expired', async () => {
    const expired = { username: 'AWS', password: 'expired' };
    await copy({ from: repository(server.host, 'source'), to: repository(server.host, name, expired) });
    expect(logins).toBe(1);
    await expectWhole();
  });
});
