export interface CommitFacts {
  /** 40 hex digits. */
  readonly commit: string;
  /** Whether files differ from the commit; ignored ones don't count. */
  readonly dirty: boolean;
}

export interface Configuration {
  /** Of `cdk.tf.json`. */
  readonly text: string;
  /** SHA-256 of the text, in hex. */
  readonly sha256: string;
}

/** The files that a plan is made of. */
export interface Checkout {
  /** @throws StackFailure `git-failed` */
  commit(): Promise<CommitFacts>;
  /**
   * Synthesizes the stack of an environment, in place of what was synthesized before.
   * @throws StackFailure `synthesis-failed`
   */
  synthesize(environment: string): Promise<Configuration>;
}
