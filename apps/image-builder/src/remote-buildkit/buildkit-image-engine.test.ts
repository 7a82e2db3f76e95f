import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { formatBuildEvent } from '../buildkit/build-event.ts';
import { readContext } from '../context/read-context.ts';
import type { BuildEvent } from '../buildkit/build-event.ts';
import type { BuildRequest } from '../engine/image-engine.ts';
import { fakeBuildctl } from '../testing/fake-buildctl.ts';
import type { FakeBuildctl } from '../testing/fake-buildctl.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { BuildKitImageEngine } from './buildkit-image-engine.ts';

let fake: FakeBuildctl;
let folder: string;
beforeEach(async () => {
  fake = await fakeBuildctl();
  folder = await temporaryFolder({
    Dockerfile: '# syntax=syntax.test/dockerfile:1\nFROM scratch\nCOPY a /a\nCOPY --from=base.test/tools /t /t\n',
    a: '1',
    'b.skip': '2',
    '.dockerignore': '*.skip\nDockerfile\n',
  });
});
afterEach(async () => {
  await removeFolder(fake.folder);
  await removeFolder(folder);
});

function engineWith(program = fake.program): BuildKitImageEngine {
  return new BuildKitImageEngine({
    place: { address: 'tcp://buildkit.test:1234', tlsFolder: '/etc/fake-tls', program },
    folder: join(fake.folder, 'images'),
    platform: 'linux/arm64',
    credentialsOf: (host) =>
      Promise.resolve(host === 'other.test' ? undefined : { username: host, password: 'fake-password' }),
  });
}

async function request(more: Partial<BuildRequest> = {}): Promise<BuildRequest & { readonly events: BuildEvent[] }> {
  const events: BuildEvent[] = [];
  return {
    name: 'shop/api:v1',
    context: await readContext(folder),
    args: { VERSION: 'v1' },
    labels: { 'test.label': 'yes' },
    secrets: new Map([['ca', new TextEncoder().encode('fake-secret')]]),
    onEvent: (event) => events.push(event),
    signal: new AbortController().signal,
    events,
    ...more,
  };
}

describe('a build elsewhere', () => {
  it('gives buildctl the context, the secrets and the logins as files, and none of them as an argument', async () => {
    await engineWith().build(await request());
    const [call] = await fake.calls();
    expect(call?.files).toEqual(['.dockerignore', 'Dockerfile', 'a']);
    expect(call?.secrets).toEqual(['fake-secret']);
    expect(call?.config).toEqual({
      auths: Object.fromEntries(
        ['base.test', 'syntax.test'].map((host) => [
          host,
          { auth: Buffer.from(`${host}:fake-password`).toString('base64') },
        ]),
      ),
    });
    expect(call?.args.slice(0, 3)).toEqual(['--addr=tcp://buildkit.test:1234', '--tlsdir=/etc/fake-tls', 'build']);
    expect(call?.args.join(' ')).not.toMatch(/fake-(?:secret|password)/);
  });

  it('reports the steps, and keeps the image', async () => {
    const asked = await request();
    const { id, steps } = await engineWith().build(asked);
    expect(asked.events.map(formatBuildEvent)).toEqual(['... [1/1] COPY', '1.5 s [1/1] COPY']);
    expect(steps).toBe(1);
    // a tar of one small file: header, content and two blocks at the end, 512 bytes each (POSIX, ustar)
    expect(await engineWith().find('shop/api:v1')).toEqual({ id, labels: { 'test.label': 'yes' }, bytes: 4 * 512 });
  });

  it('names its caches, with a login for their registry', async () => {
    const cache = {
      from: ['cache.test/c:branch', 'other.test/c:main'],
      to: { type: 'registry', ref: 'cache.test/c:branch' },
      logins: new Map([['cache.test', { username: 'AWS', password: 'fake-cache' }]]),
    } as const;
    await engineWith().build(await request({ cache }));
    const [call] = await fake.calls();
    expect(call?.args).toEqual(
      expect.arrayContaining([
        '--import-cache=type=registry,ref=cache.test/c:branch',
        '--import-cache=type=registry,ref=other.test/c:main',
        '--export-cache=type=registry,ref=cache.test/c:branch,mode=max,image-manifest=true,oci-mediatypes=true,ignore-error=true',
      ]),
    );
    expect(call?.config).toMatchObject({
      auths: { 'cache.test': { auth: Buffer.from('AWS:fake-cache').toString('base64') } },
    });
  });

  it('ends buildctl when it is interrupted, and leaves no file behind', async () => {
    const ending = new AbortController();
    const context = { ...(await readContext(folder)), dockerfile: 'FROM scratch\nRUN sleep\n' };
    const onEvent = (): void => {
      ending.abort();
    };
    const build = engineWith().build(await request({ context, onEvent, signal: ending.signal }));
    await expect(build).rejects.toMatchObject({ code: 'interrupted' });
    const [call] = await fake.calls();
    expect(existsSync(call?.folder ?? '.')).toBe(false);
    expect(await readdir(join(fake.folder, 'images', 'layouts'))).toEqual([]);
  });

  it('says what to install where there is no buildctl', async () => {
    await expect(engineWith('/nowhere/buildctl').build(await request())).rejects.toMatchObject({
      code: 'tool-missing',
      fix: expect.stringContaining('install buildctl') as unknown,
    });
  });
});
