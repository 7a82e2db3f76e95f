import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import { execa } from 'execa';
import { clientSettings } from './client-settings.ts';
import type { PushedImage, Road } from './road.ts';
import { run } from './run.ts';
import { StepFailure } from './step-failure.ts';

/** Our own client configuration: the road leaves nothing in the user's. */
const CONFIG = resolve('.slipway', 'start', 'docker');

export interface DockerCommand {
  readonly args: readonly string[];
  /** Variables of the container of a `run`: by name on the command line, so that no secret shows in a list of processes. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly next: string;
  readonly onLine?: (line: string) => void;
}

/** Runs the docker client against the engine of the local cloud. */
export async function docker(road: Road, { args, variables = {}, ...rest }: DockerCommand): Promise<string> {
  const [subcommand = '', ...others] = args;
  const names = Object.keys(variables).flatMap((name) => ['--env', name]);
  return await run({
    command: ['docker', subcommand, ...names, ...others],
    environment: { ...road.environment, ...variables, DOCKER_CONFIG: CONFIG },
    signal: road.signal,
    ...rest,
  });
}

/** The address of an image that can't change. */
export function pinned({ pushed }: PushedImage): string {
  return `${pushed.uri}@${pushed.digest}`;
}

/** Pulls an image by its digest, with a fresh token of its registry. */
export async function pullPinned(road: Road, image: PushedImage): Promise<void> {
  await mkdir(CONFIG, { recursive: true });
  await login(road, image);
  await docker(road, { args: ['pull', '--quiet', pinned(image)], next: `npx nx push ${image.container}` });
}

async function login(road: Road, { pushed }: PushedImage): Promise<void> {
  const client = new ECRClient(clientSettings(road, pushed.region));
  const { authorizationData = [] } = await client.send(new GetAuthorizationTokenCommand({}));
  const [user = '', ...password] = Buffer.from(authorizationData[0]?.authorizationToken ?? '', 'base64')
    .toString()
    .split(':');
  const [host = ''] = pushed.uri.split('/');
  const { failed, stderr } = await execa('docker', ['login', '--username', user, '--password-stdin', host], {
    input: password.join(':'),
    env: { ...road.environment, DOCKER_CONFIG: CONFIG },
    reject: false,
  });
  if (failed) throw new StepFailure(`docker login to "${host}" failed\n${stderr}\nnext: npx local-cloud status`);
}
