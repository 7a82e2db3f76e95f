import type { Digest } from '@slipway/images';
import type { BuildEvent } from '../buildkit/build-event.ts';
import type { BuildContext } from '../context/build-context.ts';
import type { Credentials } from '../credentials/credentials.ts';
import type { BuildCache, CacheTarget } from './build-cache.ts';

/** An image that the engine holds. */
export interface LocalImage {
  readonly id: Digest;
  readonly labels: Readonly<Record<string, string>>;
  /** Uncompressed size in bytes. */
  readonly bytes: number;
}

export interface BuildRequest {
  /** Name and tag that the image gets, such as `mlops/retail-api:dev-0123456789ab`. */
  readonly name: string;
  readonly context: BuildContext;
  readonly args: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** By id, for `RUN --mount=type=secret,id=...`. They never become part of the image. */
  readonly secrets: ReadonlyMap<string, Uint8Array>;
  /** Whether every step runs, whatever is cached. @default false */
  readonly noCache?: boolean;
  /** @default only what the engine itself keeps */
  readonly cache?: BuildCache | undefined;
  readonly onEvent: (event: BuildEvent) => void;
  readonly signal: AbortSignal;
}

export interface BuiltImage {
  readonly id: Digest;
  readonly steps: number;
  readonly cachedSteps: number;
}

export interface PushRequest {
  /** Address of the repository, without a tag. */
  readonly uri: string;
  readonly tag: string;
  readonly credentials: Credentials;
  readonly onLine: (line: string) => void;
  readonly signal: AbortSignal;
}

/** What builds, keeps and pushes images: a Docker engine, or a BuildKit elsewhere. Every method throws a Failure. */
export interface ImageEngine {
  /** Where it can write a build's cache to. */
  readonly cacheTargets: readonly CacheTarget['type'][];
  find(name: string): Promise<LocalImage | undefined>;
  /** The newest image that carries the label. */
  findByLabel(label: string, value: string): Promise<LocalImage | undefined>;
  /** Makes an image of a registry usable as a base, and says which one it is. */
  pull(name: string, signal: AbortSignal): Promise<Pick<LocalImage, 'id'>>;
  /** Builds an image; nothing but an image id counts as success. */
  build(request: BuildRequest): Promise<BuiltImage>;
  tag(id: Digest, name: string): Promise<void>;
  /** Pushes the image `uri:tag` and returns the digest that the registry gave it. */
  push(request: PushRequest): Promise<Digest>;
}
