import { errorMessage } from '@slipway/cli';
import { parseDigest } from '@slipway/images';
import type { Digest } from '@slipway/images';
import Docker from 'dockerode';
import { askEngine, refuse, statusOf, unless } from '../engine/ask-engine.ts';
import { dockerPull } from '../engine/docker-pull.ts';
import type { PullRequest } from '../engine/docker-pull.ts';
import { Failure } from '../failure.ts';
import { containerFiles } from './container-files.ts';
import type {
  ContainerFile,
  ContainerId,
  ContainerProcess,
  ContainerRequest,
  ContainerRunner,
  ContainerState,
  PullOptions,
} from './container-runner.ts';
import { OWNER_LABEL, containerSettings } from './container-settings.ts';
import { freePort } from './free-port.ts';
import { logLines } from './log-lines.ts';
import { isGone, thisProcess } from './owner.ts';
import type { Owner } from './owner.ts';

const NOT_MODIFIED = 304;
const NOT_FOUND = 404;
const CONFLICT = 409;

/** Containers of a Docker engine: that of `engineEndpoint`, or else the one at DOCKER_HOST. It has to be on this machine. */
export class DockerContainerRunner implements ContainerRunner {
  readonly #docker: Docker;
  readonly #address: string;
  readonly #owner: Owner;

  constructor(address: string, owner: Owner = thisProcess, options: Docker.DockerOptions = {}) {
    this.#docker = new Docker(options);
    this.#address = address;
    this.#owner = owner;
  }

  async pull(name: string, { credentials, signal }: PullOptions): Promise<Digest> {
    return this.#ask(async () => {
      await pullImage(this.#docker, { name, signal, credentialsOf: () => Promise.resolve(credentials) });
      return parseDigest((await this.#docker.getImage(name).inspect()).Id);
    });
  }

  freePort(): Promise<number> {
    return freePort();
  }

  async start(request: ContainerRequest): Promise<ContainerId> {
    const container = await this.#ask(
      () => this.#docker.createContainer(containerSettings(request, this.#owner)),
      (error) => {
        if (statusOf(error) === NOT_FOUND) throw missing(request.image, error);
        return refuse(error);
      },
    );
    try {
      await this.#ask(() => container.start());
    } catch (error) {
      await this.remove(container.id);
      throw error;
    }
    return container.id;
  }

  async state(id: ContainerId): Promise<ContainerState> {
    const { State } = await this.#ask(() => this.#docker.getContainer(id).inspect());
    const { Running: running, ExitCode, OOMKilled: outOfMemory } = State;
    return { running, exitCode: running ? undefined : ExitCode, outOfMemory };
  }

  async logs(id: ContainerId): Promise<readonly string[]> {
    return logLines(await this.#ask(() => this.#docker.getContainer(id).logs({ stdout: true, stderr: true })));
  }

  async processes(id: ContainerId): Promise<readonly ContainerProcess[]> {
    const rows = await this.#ask(
      async () => {
        const top: unknown = await this.#docker.getContainer(id).top({ ps_args: '-eo uid,pid,args' });
        return (top as { Processes: [string, string, string][] }).Processes;
      },
      unless([CONFLICT], []),
    );
    return rows.map(([uid, , command]) => ({ uid: Number(uid), command }));
  }

  async *files(id: ContainerId): AsyncIterable<ContainerFile> {
    yield* containerFiles(await this.#ask(() => this.#docker.getContainer(id).export()));
  }

  async stop(id: ContainerId, seconds: number): Promise<void> {
    await this.#ask(() => this.#docker.getContainer(id).stop({ t: seconds }), unless([NOT_MODIFIED], undefined));
  }

  async remove(id: ContainerId): Promise<void> {
    // a conflict: somebody else removes it at this moment
    await this.#ask(
      () => this.#docker.getContainer(id).remove({ force: true, v: true }),
      unless([NOT_FOUND, CONFLICT], undefined),
    );
  }

  async removeLeftovers(): Promise<number> {
    const filters = { label: [OWNER_LABEL] };
    const found = await this.#ask(() => this.#docker.listContainers({ all: true, filters }));
    const left = found.filter(({ Labels }) => isGone(Labels[OWNER_LABEL] ?? '', this.#owner));
    for (const { Id } of left) await this.remove(Id);
    return left.length;
  }

  #ask<T, U = never>(work: () => Promise<T>, otherwise?: (error: unknown) => U): Promise<T | U> {
    return askEngine(this.#address, work, otherwise);
  }
}

/** What can't be pulled is no base image here, so the words of that failure don't fit. */
async function pullImage(docker: Docker, request: PullRequest): Promise<void> {
  try {
    await dockerPull(docker, request);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'base-image-missing') throw error;
    throw new Failure({
      code: 'image-missing',
      message: `the engine can't pull '${request.name}': ${errorMessage(error.cause)}`,
      fix: 'check that the registry holds the image, and that the engine can reach the registry',
      cause: error,
    });
  }
}

function missing(image: string, cause: unknown): Failure {
  const fix = "build it first: 'npx image-builder build'";
  return new Failure({ code: 'image-missing', message: `the engine has no image '${image}'`, fix, cause });
}
