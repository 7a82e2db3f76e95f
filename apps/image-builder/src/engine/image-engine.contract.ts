/* eslint max-lines-per-function: off -- a suite of tests, as in *.test.ts */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readContext } from '../context/read-context.ts';
import type { Credentials } from '../credentials/credentials.ts';
import type { ImageRegistry } from '../registry/image-registry.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import type { BuildRequest, ImageEngine } from './image-engine.ts';

/** An engine with a registry that it can push to. */
export interface EngineSetting {
  readonly engine: ImageEngine;
  readonly uri: string;
  readonly credentials: Credentials;
  readonly registry: ImageRegistry;
}

/** What every image engine does; run against the fake and against a real one. */
export function imageEngineContract(setting: () => EngineSetting): void {
  const LABEL = 'dev.slipway.contract';
  const signal = new AbortController().signal;
  const name = 'slipway-contract/app:v1';
  let folder: string;

  beforeEach(async () => {
    folder = await temporaryFolder({ Dockerfile: 'FROM scratch\nCOPY a.txt /a.txt\n', 'a.txt': 'a' });
  });
  afterEach(async () => {
    await removeFolder(folder);
  });

  async function request(value: string, more: Partial<BuildRequest> = {}): Promise<BuildRequest> {
    const context = await readContext(folder);
    return {
      name,
      context,
      args: {},
      labels: { [LABEL]: value },
      secrets: new Map(),
      onEvent: () => undefined,
      signal,
      ...more,
    };
  }

  describe('an image engine', () => {
    it('finds what it built by name, id and label', async () => {
      const { engine } = setting();
      const { id, steps } = await engine.build(await request('found'));
      const found = await engine.find(name);
      expect(found).toMatchObject({ id, labels: { [LABEL]: 'found' } });
      expect(await engine.find(id)).toEqual(found);
      expect((await engine.findByLabel(LABEL, 'found'))?.id).toBe(id);
      expect(steps).toBeGreaterThan(0);
    });

    it('finds nothing under names and labels that it lacks', async () => {
      const { engine } = setting();
      expect(await engine.find('slipway-contract/none:v1')).toBeUndefined();
      expect(await engine.findByLabel(LABEL, 'none')).toBeUndefined();
    });

    it('fails a build with the step that failed', async () => {
      await removeFolder(`${folder}/a.txt`);
      const { engine } = setting();
      await expect(engine.build(await request('failed'))).rejects.toMatchObject({
        code: 'build-failed',
        message: expect.stringMatching(/COPY a\.txt[^]*not found/) as unknown,
      });
      expect(await engine.findByLabel(LABEL, 'failed')).toBeUndefined();
    });

    it('ends a build at once when its signal is aborted', async () => {
      const { engine } = setting();
      const ended = await request('ended', { signal: AbortSignal.abort() });
      await expect(engine.build(ended)).rejects.toMatchObject({ code: 'interrupted' });
    });

    it('pushes a tagged image, twice to the same digest', async () => {
      const { engine, uri, credentials, registry } = setting();
      const { id } = await engine.build(await request('pushed'));
      await engine.tag(id, `${uri}:contract`);
      const push = { uri, tag: 'contract', credentials, onLine: () => undefined, signal };
      const digest = await engine.push(push);
      expect(await engine.push(push)).toBe(digest);
      expect(await registry.find('contract')).toMatchObject({ digest, imageId: id, labels: { [LABEL]: 'pushed' } });
    });

    it('fails the push of a name that it lacks', async () => {
      const { engine, uri, credentials } = setting();
      const push = engine.push({ uri, tag: 'untagged', credentials, onLine: () => undefined, signal });
      await expect(push).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:push|engine)-failed|repository-missing$/) as unknown,
      });
    });

    it('says which base image it cannot pull', async () => {
      const { engine, uri } = setting();
      await expect(engine.pull(`${uri}:nowhere`, signal)).rejects.toMatchObject({
        code: 'base-image-missing',
        message: expect.stringContaining(`${uri}:nowhere`) as unknown,
      });
    });
  });
}
