/** What a BuildKit elsewhere says of itself. */
export interface BuildKitFacts {
  /** As BUILDKIT_HOST has it. */
  readonly address: string;
  /** The platform that images are built for, such as `linux/amd64`. */
  readonly platform: string;
  /** Those that it can build for. */
  readonly platforms: readonly string[];
}

/** @throws Failure `engine-unreachable`, `engine-failed`, `tool-missing` */
export type AskBuildKit = () => Promise<BuildKitFacts>;
