import type { Agent } from 'node:https';
import { afterEach, describe, expect, it } from '@jest/globals';
import { sha256 } from '../sha256.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { DockerImageEngine } from './docker-image-engine.ts';
import { engineEndpoint } from './engine-endpoint.ts';
import type { EngineEndpoint } from './engine-endpoint.ts';

let home = '';
afterEach(async () => {
  await removeFolder(home);
});

interface Stored {
  readonly Host: string;
  readonly SkipTLSVerify?: boolean;
  readonly tls?: Readonly<Record<string, string>>;
}

/** Stores contexts as `docker context create` does. */
async function endpoint(
  contexts: Readonly<Record<string, Stored>>,
  env: Record<string, string> = {},
  current?: string,
) {
  const files: Record<string, string> = { '.docker/config.json': JSON.stringify({ currentContext: current }) };
  for (const [Name, { tls = {}, ...docker }] of Object.entries(contexts)) {
    const folder = sha256(Name).slice(7);
    files[`.docker/contexts/meta/${folder}/meta.json`] = JSON.stringify({ Name, Metadata: {}, Endpoints: { docker } });
    for (const [file, text] of Object.entries(tls)) files[`.docker/contexts/tls/${folder}/docker/${file}`] = text;
  }
  home = await temporaryFolder(files);
  return engineEndpoint({ env, home });
}

/** What the engine says when it is asked. */
async function answer({ address, options }: EngineEndpoint): Promise<unknown> {
  const engine = new DockerImageEngine(() => Promise.resolve(undefined), address, options);
  return engine.find('shop/api:v1').catch((error: unknown) => error);
}

const CI = { Host: 'unix:///run/ci.sock' };

describe('the engine', () => {
  // docs.docker.com, "Docker contexts": the environment variables override the current context
  it.each([
    ['DOCKER_HOST before all', { DOCKER_HOST: 'tcp://1.2.3.4:2375', DOCKER_CONTEXT: 'ci' }, 'tcp://1.2.3.4:2375'],
    ['DOCKER_CONTEXT before the current context', { DOCKER_CONTEXT: 'ci' }, 'unix:///run/ci.sock'],
    ['the current context', {}, 'unix:///run/own.sock'],
    ['the usual socket for the context `default`', { DOCKER_CONTEXT: 'default' }, 'unix:///var/run/docker.sock'],
  ])('is that of %s', async (_, env, address) => {
    const contexts = { ci: CI, own: { Host: 'unix:///run/own.sock' } };
    expect((await endpoint(contexts, env, 'own')).address).toBe(address);
  });

  it('is at the usual socket where nothing else is said', async () => {
    expect(await endpoint({})).toEqual({ address: 'unix:///var/run/docker.sock', options: {} });
  });

  it('is asked at the socket of its context', async () => {
    expect(await endpoint({ ci: CI }, { DOCKER_CONTEXT: 'ci' })).toMatchObject({
      options: { socketPath: '/run/ci.sock' },
    });
    expect(await answer(await endpoint({ ci: CI }, { DOCKER_CONTEXT: 'ci' }))).toMatchObject({
      code: 'engine-unreachable',
      message: expect.stringContaining("'unix:///run/ci.sock'") as unknown,
    });
  });

  it('is asked over TLS with the files of its context', async () => {
    const tls = { 'ca.pem': 'fake-ca', 'cert.pem': 'fake-cert', 'key.pem': 'fake-key' };
    const { options } = await endpoint({ far: { Host: 'tcp://docker.test:2376', tls } }, { DOCKER_CONTEXT: 'far' });
    expect(options).toMatchObject({ host: 'docker.test', port: '2376', protocol: 'https' });
    const { ca, rejectUnauthorized } = (options.agent as Agent).options;
    expect([String(ca), rejectUnauthorized]).toEqual(['fake-ca', true]);
  });

  it('is asked without TLS where the context has none', async () => {
    const { options } = await endpoint({ far: { Host: 'tcp://docker.test' } }, { DOCKER_CONTEXT: 'far' });
    expect(options).toEqual({ host: 'docker.test', port: 2375, protocol: 'http' });
  });

  it('is refused with what to do when it is asked, and not before', async () => {
    expect(await answer(await endpoint({}, { DOCKER_CONTEXT: 'none' }))).toMatchObject({
      code: 'settings-unreadable',
      message: "there is no Docker context 'none'",
      fix: expect.stringContaining("'docker context ls'") as unknown,
    });
    expect(await answer(await endpoint({ far: { Host: 'ssh://me@docker.test' } }, {}, 'far'))).toMatchObject({
      code: 'settings-unreadable',
      fix: expect.stringContaining('ssh -NL') as unknown,
    });
    expect(await answer(await endpoint({}, { DOCKER_HOST: 'ssh://me@docker.test' }))).toMatchObject({
      code: 'settings-unreadable',
    });
  });
});
