/** A container that can be built. */
export interface Container {
  readonly name: string;
  /** Folder of its Dockerfile, from the workspace root. */
  readonly context: string;
  readonly repository: string;
}

/** Where a container's images go in one environment. */
export interface PushTarget {
  readonly environment: string;
  readonly account: string;
  readonly region: string;
  readonly repository: string;
  /** The tags that move in this repository; any other moving tag is not pushed there. */
  readonly movingTags: readonly string[];
}

/** What containers and environments there are. */
export interface Catalog {
  /** Names of all containers. */
  names(): readonly string[];
  /** @throws Failure `unknown-container`, naming the known ones. */
  container(name: string): Container;
  /** @throws Failure `unknown-environment`, naming the known ones. */
  target(container: Container, environment: string): PushTarget;
}
