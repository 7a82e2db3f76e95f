/** One tag that an image gets, as a pattern. */
export interface TagRule {
  /**
   * Text with placeholders: `{branch}`, `{sha}` (12 digits), `{commit}` (all digits), `{date}` (the commit's day in UTC,
   * YYYYMMDD), `{version}`, `{major}`, `{minor}`, `{patch}`. Without placeholders it is the tag itself.
   */
  readonly pattern: string;
  /** Whether the tag is meant to point to another image tomorrow, such as `latest`. @default false */
  readonly moving?: boolean | undefined;
  /**
   * Branches that it is for, the last match decides: `*` stands for any text, `!` before a pattern takes branches out.
   * @default all
   */
  readonly branches?: readonly string[] | undefined;
}

/** Rules, or the name of some that are here already. */
export type TagRules = TagPreset | readonly TagRule[];

export type TagPreset = 'branch' | 'commit' | 'semver';
