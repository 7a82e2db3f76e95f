/** What a pipeline decides by: nothing else about the workspace matters to it. */
export interface Facts {
  /** Commit that the work tree is compared with, 40 hex digits. */
  readonly base: string;
  /** Files that differ from it and are still there, from the workspace root. */
  readonly changedFiles: readonly string[];
  /** Affected projects by target, such as `lint` to `['server']`. */
  readonly affected: Affected;
}

export type Affected = Readonly<Partial<Record<AffectedTarget, readonly string[]>>>;

/** Targets that a pipeline runs where they are affected. */
export const AFFECTED_TARGETS = ['lint', 'typecheck', 'test', 'synth', 'image', 'plan', 'deploy'] as const;
export type AffectedTarget = (typeof AFFECTED_TARGETS)[number];
