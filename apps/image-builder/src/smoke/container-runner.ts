import type { Digest } from '@slipway/images';
import type { Credentials } from '../credentials/credentials.ts';

/** The engine's id of a container: 64 hexadecimal digits. */
export type ContainerId = string;

export interface ContainerRequest {
  readonly image: Digest;
  readonly environment: Readonly<Record<string, string>>;
  /** Arguments of the entry point. @default those of the image */
  readonly command?: readonly string[];
  readonly memoryMegabytes: number;
  /** Whether it stays when this process is gone. */
  readonly keep: boolean;
}

export interface ContainerState {
  readonly running: boolean;
  /** Undefined while it runs. 137 where it was killed. */
  readonly exitCode: number | undefined;
  /** Whether it was killed because it wanted more memory than it may have. */
  readonly outOfMemory: boolean;
}

export interface ContainerProcess {
  /** Number of its user; 0 is root. */
  readonly uid: number;
  readonly command: string;
}

export interface ContainerFile {
  /** From the root, without a slash at the start or the end. */
  readonly path: string;
  readonly type: 'file' | 'directory' | 'other';
  /** Permission bits, such as 0o644. */
  readonly mode: number;
}

export interface PullOptions {
  readonly credentials: Credentials;
  readonly signal: AbortSignal;
}

/**
 * Runs containers on this machine for a short while, without any privilege: read-only but for `/tmp`, no capabilities,
 * no new privileges, limited memory, the host's network. Every method throws a Failure.
 */
export interface ContainerRunner {
  /** Fetches an image by its name with a digest. @throws Failure `image-missing` */
  pull(name: string, options: PullOptions): Promise<Digest>;
  /** A port of the loopback that nobody listens on. */
  freePort(): Promise<number>;
  /** @throws Failure `image-missing` */
  start(request: ContainerRequest): Promise<ContainerId>;
  state(id: ContainerId): Promise<ContainerState>;
  /** What it wrote to standard output and standard error so far, by lines. */
  logs(id: ContainerId): Promise<readonly string[]>;
  /** Nothing where it has ended. */
  processes(id: ContainerId): Promise<readonly ContainerProcess[]>;
  /** Its file system but what is mounted into it. */
  files(id: ContainerId): AsyncIterable<ContainerFile>;
  /** Sends SIGTERM, and SIGKILL after these seconds; comes back when it has ended. */
  stop(id: ContainerId, seconds: number): Promise<void>;
  /** Ends it where it runs. Does nothing where it is gone. */
  remove(id: ContainerId): Promise<void>;
  /** Removes containers that nobody asked to keep and whose process has ended; says how many. */
  removeLeftovers(): Promise<number>;
}
