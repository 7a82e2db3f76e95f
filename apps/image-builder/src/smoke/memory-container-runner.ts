import type { Digest } from '@slipway/images';
import { Failure } from '../failure.ts';
import type {
  ContainerFile,
  ContainerId,
  ContainerProcess,
  ContainerRequest,
  ContainerRunner,
  ContainerState,
} from './container-runner.ts';
import type { Probe } from './probe.ts';

/** How a container of an image behaves. */
export interface MemoryProgram {
  /** It ends at once with this code. @default it runs until it is stopped */
  readonly exitCode?: number;
  /** Code that it ends with when it is stopped. @default 0 */
  readonly stopCode?: number;
  readonly outOfMemory?: boolean;
  readonly logs?: readonly string[];
  readonly uid?: number;
  readonly files?: readonly ContainerFile[];
  /** Status and text of an answer, by path. */
  readonly answers?: Readonly<Record<string, readonly [number, string]>>;
}

interface Running {
  readonly request: ContainerRequest;
  readonly program: MemoryProgram;
  state: ContainerState;
}

/** Containers for tests, of programs by the id of their image. */
export class MemoryContainerRunner implements ContainerRunner {
  readonly started: ContainerRequest[] = [];
  readonly pulls: string[] = [];
  leftovers = 0;
  readonly #programOf: (request: ContainerRequest) => MemoryProgram | undefined;
  readonly #containers = new Map<ContainerId, Running>();

  constructor(programOf: (request: ContainerRequest) => MemoryProgram | undefined = () => undefined) {
    this.#programOf = programOf;
  }

  pull(name: string): Promise<Digest> {
    this.pulls.push(name);
    const imageId: Digest = `sha256:${name.slice(-64)}`;
    return Promise.resolve(imageId);
  }

  freePort(): Promise<number> {
    return Promise.resolve(12345);
  }

  start(request: ContainerRequest): Promise<ContainerId> {
    const program = this.#programOf(request);
    if (program === undefined) {
      const message = `the engine has no image '${request.image}'`;
      return Promise.reject(new Failure({ code: 'image-missing', message, fix: 'build it' }));
    }
    const id = String(this.started.push(request));
    const { exitCode, outOfMemory = false } = program;
    this.#containers.set(id, { request, program, state: { running: exitCode === undefined, exitCode, outOfMemory } });
    return Promise.resolve(id);
  }

  async state(id: ContainerId): Promise<ContainerState> {
    return (await this.#find(id)).state;
  }

  async logs(id: ContainerId): Promise<readonly string[]> {
    return (await this.#find(id)).program.logs ?? [];
  }

  async processes(id: ContainerId): Promise<readonly ContainerProcess[]> {
    const { program, state } = await this.#find(id);
    return state.running ? [{ uid: program.uid ?? 1000, command: 'program' }] : [];
  }

  async *files(id: ContainerId): AsyncIterable<ContainerFile> {
    yield* (await this.#find(id)).program.files ?? [];
  }

  async stop(id: ContainerId): Promise<void> {
    const found = await this.#find(id);
    if (!found.state.running) return;
    found.state = { ...found.state, running: false, exitCode: found.program.stopCode ?? 0 };
  }

  remove(id: ContainerId): Promise<void> {
    this.#containers.delete(id);
    return Promise.resolve();
  }

  removeLeftovers(): Promise<number> {
    return Promise.resolve(this.leftovers);
  }

  /** How many containers there are, running or not. */
  get count(): number {
    return this.#containers.size;
  }

  /** Asks the programs of the containers that run. */
  readonly probe: Probe = ({ path }) => {
    const running = [...this.#containers.values()].filter(({ state }) => state.running);
    const found = running.map(({ program }) => program.answers?.[path]).find((answer) => answer !== undefined);
    return Promise.resolve(found && { status: found[0], text: found[1] });
  };

  #find(id: ContainerId): Promise<Running> {
    const found = this.#containers.get(id);
    if (found !== undefined) return Promise.resolve(found);
    return Promise.reject(
      new Failure({ code: 'engine-failed', message: `there is no container '${id}'`, fix: 'start it' }),
    );
  }
}
