import { readFile, readdir } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import Docker from 'dockerode';
import { formatBuildEvent } from '../buildkit/build-event.ts';
import { collect } from '../testing/collect.ts';
import { TEST_LABEL, dockerBuildRequest } from '../testing/docker-build-request.ts';
import { removeImages } from '../testing/remove-images.ts';
import { serve } from '../testing/serve.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { DockerImageEngine } from './docker-image-engine.ts';

const engine = new DockerImageEngine(() => Promise.resolve(undefined), 'the engine of the test');
const unique = (): string => Math.random().toString(36).slice(2);
let folder = '';
afterEach(async () => {
  await removeFolder(folder);
});
afterAll(async () => {
  await removeImages(TEST_LABEL);
});

async function dockerfile(...lines: readonly string[]): Promise<string> {
  folder = await temporaryFolder({ Dockerfile: ['ARG BASE', 'FROM ${BASE}', ...lines, ''].join('\n') });
  return folder;
}

/** Every byte of an image: its layers and its config. */
async function bytesOf(id: string): Promise<string> {
  const stream = (await new Docker().getImage(id).get()) as AsyncIterable<Uint8Array>;
  return Buffer.concat(await collect(stream)).toString('latin1');
}

describe('a build', () => {
  it('serves secrets, late ones too, and leaves them out of the image', async () => {
    const secret = `fake-secret-${unique()}`;
    const request = await dockerBuildRequest(
      await dockerfile(
        `RUN sleep 3; echo ${unique()}`,
        'RUN --mount=type=secret,id=ca --mount=type=secret,id=none [ "$(wc -c </run/secrets/ca)" = "$(printf %s "$(cat /run/secrets/ca)" | wc -c)" ] && md5sum </run/secrets/ca >/sum',
        'RUN [ ! -e /run/secrets/none ] && [ ! -s /run/secrets/ca ] && grep -q . /sum',
      ),
      { secrets: new Map([['ca', new TextEncoder().encode(secret)]]) },
    );
    const { id } = await engine.build(request);
    expect(await bytesOf(id)).not.toContain(secret);
  });

  it('reports steps while they run, and which were cached', async () => {
    const mark = unique();
    const request = await dockerBuildRequest(await dockerfile(`RUN echo said-${mark}`));
    const first = await engine.build(request);
    expect(request.events.map(formatBuildEvent).join('\n')).toMatch(
      new RegExp(`\\.\\.\\. \\[2/2\\] RUN[^]*\\| said-${mark}[^]* s \\[2/2\\] RUN`),
    );
    const again = await dockerBuildRequest(folder);
    const second = await engine.build(again);
    expect(second.id).toBe(first.id);
    expect(second.cachedSteps).toBeGreaterThan(first.cachedSteps);
    expect(again.events.map(formatBuildEvent)).toContainEqual(expect.stringMatching(/^CACHED \[2\/2\] RUN/));
  });

  it('writes its steps into the image when told so, and takes a cache that is not there for no failure', async () => {
    const registry = await serve((_, response) => response.writeHead(404).end());
    const cache = { from: [`${registry.host}/none:cache`], to: { type: 'inline' } } as const;
    folder = await temporaryFolder({ Dockerfile: 'FROM scratch\nCOPY a /a\n', a: unique() });
    const request = await dockerBuildRequest(folder, { cache });
    const { id } = await engine.build(request).finally(registry.stop);
    // where BuildKit looks for them (BuildKit, exporter/containerimage/exptypes)
    expect(await bytesOf(id)).toContain('moby.buildkit.cache.v0');
    const lines = request.events.map(formatBuildEvent).join('\n');
    expect(lines).toContain(`warning: importing cache manifest from ${registry.host}/none:cache`);
  });

  it('says which line failed, with its exit code and last words', async () => {
    const request = await dockerBuildRequest(await dockerfile('RUN { echo before; echo "größe"; exit 7; } >&2'));
    await expect(engine.build(request)).rejects.toMatchObject({
      code: 'build-failed',
      message: expect.stringMatching(
        /step '\[2\/2\] RUN \{ echo before.*' ended with exit code 7\n {2}\| before\n {2}\| größe/,
      ) as unknown,
    });
  });

  it('says that the package index is unreachable', async () => {
    const index = 'http://me:fake-secret@127.0.0.1:1/simple';
    const request = await dockerBuildRequest(
      await dockerfile(
        'RUN --mount=type=secret,id=pipconf PIP_CONFIG_FILE=/run/secrets/pipconf python3 -m venv /v && PIP_CONFIG_FILE=/run/secrets/pipconf /v/bin/pip install --retries 0 nothing',
      ),
      { secrets: new Map([['pipconf', new TextEncoder().encode(`[global]\nindex-url = ${index}\n`)]]) },
    );
    const failure = await engine.build(request).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'build-failed',
      fix: expect.stringContaining('package index is reachable') as unknown,
    });
    expect(String(failure)).not.toContain('fake-secret');
  });

  it('leaves nothing running when it is interrupted', async () => {
    const seconds = `${100_000 + Math.floor(Math.random() * 100_000)}`;
    const ending = new AbortController();
    const request = await dockerBuildRequest(await dockerfile(`RUN sleep ${seconds}`), { signal: ending.signal });
    const build = engine.build(request).catch((error: unknown) => error);
    await until(() => isRunning(`sleep ${seconds}`));
    ending.abort();
    expect(await build).toMatchObject({ code: 'interrupted' });
    await until(async () => !(await isRunning(`sleep ${seconds}`)));
  });
});

/** Looks at every process of the machine, as BuildKit's containers are no containers to the engine. */
async function isRunning(command: string): Promise<boolean> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return commands.some((line) => line.replaceAll('\0', ' ').trim() === command);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await condition()) return;
    await setTimeout(100);
  }
  throw new Error('it did not come to be within 10 seconds');
}
