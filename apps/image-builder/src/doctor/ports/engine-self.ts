/** What a Docker engine says of itself. */
export interface EngineFacts {
  /** Such as `20.10.24+dfsg1`. */
  readonly version: string;
  /** Folder of its images, on the machine that it runs on. */
  readonly dataRoot: string;
  /** Whether it is spoken to by a socket of this machine, so that its folders may be here. */
  readonly isLocal: boolean;
}

/** What a Docker engine takes of its disk. It refuses to add that up twice at once. */
export interface EngineUsage {
  /** In bytes, shared layers once. */
  readonly imageBytes: number;
  /** Of the build cache, in bytes. */
  readonly cacheBytes: number;
}

/** @throws Failure `engine-unreachable`, `engine-failed` */
export interface EngineSelf {
  readonly facts: () => Promise<EngineFacts>;
  readonly usage: () => Promise<EngineUsage>;
}
