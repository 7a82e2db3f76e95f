import type { Agent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { join } from 'node:path';
import type { DockerOptions } from 'dockerode';
import { isFailure } from '@slipway/cli';
import { Failure } from '../failure.ts';
import { chosenContext, readDockerContext } from './docker-context.ts';
import type { DockerContext } from './docker-context.ts';
import { RefusingAgent } from './refusing-agent.ts';

/** A Docker engine, and how to speak to it. */
export interface EngineEndpoint {
  /** For messages, as DOCKER_HOST has it. */
  readonly address: string;
  readonly options: EngineOptions;
}

/** What dockerode passes on to docker-modem, which its types don't know. */
export interface EngineOptions extends DockerOptions {
  readonly agent?: Agent;
}

export interface EngineSettings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The engine that the docker command would use. A context that can't be used is no failure before the engine is asked for something: most
 * commands need none.
 */
export async function engineEndpoint({ env, home }: EngineSettings): Promise<EngineEndpoint> {
  const { DOCKER_HOST: host, DOCKER_CONFIG: config = '' } = env;
  // dockerode reads DOCKER_HOST and DOCKER_CERT_PATH itself, and knows the usual sockets.
  if (host) return host.startsWith('ssh:') ? refused(host, noSsh(host)) : { address: host, options: {} };
  try {
    const folder = config === '' ? join(home, '.docker') : config;
    const name = await chosenContext(env, folder);
    return name === undefined ? USUAL : endpointOf(await readDockerContext(name, folder));
  } catch (error) {
    if (!isFailure(error)) throw error;
    return refused(USUAL.address, error);
  }
}

const USUAL: EngineEndpoint = { address: 'unix:///var/run/docker.sock', options: {} };

function endpointOf(context: DockerContext): EngineEndpoint {
  const { host: address } = context;
  const [, scheme, rest = ''] = /^([a-z]+):\/\/(.*)$/.exec(address) ?? [];
  switch (scheme) {
    case 'unix':
    case 'npipe':
      return { address, options: { socketPath: rest } };
    case 'tcp':
    case 'http':
    case 'https':
      return { address, options: overTcp(context) };
    case 'ssh':
      throw noSsh(address);
    default:
      throw unusable(address, 'set DOCKER_HOST to a unix:// or tcp:// address');
  }
}

function overTcp({ host, skipTlsVerify, tls }: DockerContext): EngineOptions {
  const { hostname, port } = new URL(host.replace(/^tcp:/, 'http:'));
  const isTls = skipTlsVerify || Object.keys(tls).length > 0 || host.startsWith('https:');
  const at = { host: hostname, port: port === '' ? (isTls ? TLS_PORT : PORT) : port };
  if (!isTls) return { ...at, protocol: 'http' };
  return { ...at, protocol: 'https', agent: new HttpsAgent({ ...tls, rejectUnauthorized: !skipTlsVerify }) };
}

/** Docker's own (dockerd documentation, "Bind Docker to another host/port"). */
const PORT = 2375;
const TLS_PORT = 2376;

function refused(address: string, failure: Failure): EngineEndpoint {
  return { address, options: { agent: new RefusingAgent(failure) } };
}

/** docker-modem would speak SSH without looking at the key of the host, so that anybody in between could read along. */
function noSsh(address: string): Failure {
  const target = address.replace(/^ssh:\/\//, '');
  return unusable(
    address,
    `forward its socket: 'ssh -NL /tmp/docker.sock:/var/run/docker.sock ${target}', and set DOCKER_HOST=unix:///tmp/docker.sock`,
  );
}

function unusable(address: string, fix: string): Failure {
  return new Failure({
    code: 'settings-unreadable',
    message: `the Docker engine at '${address}' can't be spoken to from here`,
    fix,
  });
}
