/** A plan that is being made, in a folder that only this user may enter. */
export interface Draft {
  /** Absolute path, for Terraform to write to. */
  readonly planFile: string;
}

/** What is kept beside the plan file. */
export interface PlanPapers {
  /** `terraform show -json`. */
  readonly json: string;
  readonly record: string;
}

/**
 * The plan that was reviewed and not applied yet, one for each environment. Plans hold secrets in clear text, so nobody but this
 * user may read them.
 */
export interface SavedPlans {
  /** Lets `work` make a plan; what it did not `save` is gone afterwards, and so are what killed processes left and plans applied long ago. */
  withDraft<T>(environment: string, work: (draft: Draft) => Promise<T>): Promise<T>;
  /** SHA-256 of a file, in hex. */
  digest(planFile: string): Promise<string>;
  /** Puts the draft in place of the plan that was there. @returns where it is, for people */
  save(environment: string, draft: Draft, papers: PlanPapers): Promise<string>;
  /** @returns the record's text and the absolute path of the plan; undefined where no plan is saved */
  find(environment: string): Promise<{ readonly record: string; readonly planFile: string } | undefined>;
  /**
   * Moves the plan aside, so that nobody applies it a second time. Of two who do so at once, one succeeds.
   * @returns the plan's new absolute path; undefined where it is gone already
   */
  claim(environment: string, at: Date): Promise<string | undefined>;
}
