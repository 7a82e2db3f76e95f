import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { isFailure } from '@slipway/cli';
import type { Digest } from '@slipway/images';
import { HttpImageRegistry } from '../registry/http-image-registry.ts';
import { TEST_LABEL, dockerBuildRequest } from '../testing/docker-build-request.ts';
import { startDockerRegistry } from '../testing/docker-registry.ts';
import type { TestRegistry } from '../testing/docker-registry.ts';
import { startFaultyRegistry } from '../testing/faulty-registry.ts';
import type { FaultKind, FaultyStep } from '../testing/faulty-registry.ts';
import { removeImages } from '../testing/remove-images.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { DockerImageEngine } from './docker-image-engine.ts';

/** The engine sends no manifest by its digest: it names it by the tag at once. */
const steps: readonly FaultyStep[] = ['upload start', 'chunk', 'commit', 'tag'];
const kinds: readonly FaultKind[] = [401, 429, 500, 503, 'reset'];
const CODES = ['registry-denied', 'registry-unreachable', 'push-failed'];
const TAG = 'v1';

const engine = new DockerImageEngine(() => Promise.resolve(undefined), 'the engine of the test');
let folder: string;
let image: Digest;
let server: TestRegistry;
const outcomes = new Map<string, Outcome>();

interface Outcome {
  readonly faults: number;
  readonly first: unknown;
  readonly after: unknown;
  readonly there: Digest | undefined;
}

/** All at once, as the engine waits for seconds before it tries again. */
beforeAll(async () => {
  server = await startDockerRegistry();
  folder = await temporaryFolder({ Dockerfile: 'FROM scratch\nCOPY content /\n' });
  await writeFile(join(folder, 'content'), randomBytes(100_000));
  image = (await engine.build(await dockerBuildRequest(folder))).id;
  await Promise.all(
    steps.flatMap((step) => kinds.map(async (kind) => outcomes.set(`${step} ${kind}`, await tryOut(step, kind)))),
  );
}, 120_000);
afterAll(async () => {
  await server.stop();
  await removeFolder(folder);
  await removeImages(TEST_LABEL);
});

async function tryOut(step: FaultyStep, kind: FaultKind): Promise<Outcome> {
  const faulty = await startFaultyRegistry(server.host);
  try {
    const path = `faults/${step.replace(' ', '-')}-${kind}`;
    const uri = `${faulty.host}/${path}`;
    await engine.tag(image, `${uri}:${TAG}`);
    faulty.inject({ step, kind });
    const first = await push(uri);
    const faults = faulty.happened;
    return { faults, first, after: await push(uri), there: await digestAt(path) };
  } finally {
    await faulty.stop();
  }
}

async function push(uri: string): Promise<unknown> {
  const { signal } = new AbortController();
  const { credentials } = server;
  return engine.push({ uri, tag: TAG, credentials, signal, onLine: () => undefined }).catch((error: unknown) => error);
}

async function digestAt(path: string): Promise<Digest | undefined> {
  const place = {
    uri: `${server.host}/${path}`,
    scheme: 'http:',
    account: '111111111111',
    region: 'us-east-1',
  } as const;
  return new HttpImageRegistry({ ...place, credentials: server.credentials }).digestOf(TAG);
}

it.each(steps.flatMap((step) => kinds.map((kind) => [kind, step] as const)))(
  'after %s at the step "%s" the engine got over it, or the push says what is wrong; the next push is green',
  (kind, step) => {
    const { faults, first, after, there } = outcomes.get(`${step} ${kind}`) ?? {};
    expect(faults).toBe(1);
    expect(there).toMatch(/^sha256:/);
    expect(after).toBe(there);
    if (isFailure(first)) expect(CODES).toContain(first.code);
    else expect(first).toBe(there);
  },
);
