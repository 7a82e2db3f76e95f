import type { GitFacts } from './git-facts.ts';

/** What an image's labels are made from. */
export interface LabelFacts {
  readonly title: string;
  /** The tag that never moves. */
  readonly version: string;
  readonly git: GitFacts;
}

/**
 * The labels that the OCI image spec defines ("annotations"), from facts about the commit.
 * `created` is the commit's date: a build's own date would make every build of one commit another image.
 */
export function ociLabels({ title, version, git }: LabelFacts): Readonly<Record<string, string>> {
  return {
    'org.opencontainers.image.title': title,
    'org.opencontainers.image.version': version,
    'org.opencontainers.image.revision': git.commit,
    'org.opencontainers.image.created': new Date(git.committedAt).toISOString(),
    ...(isRefName(git.branch) ? { 'org.opencontainers.image.ref.name': git.branch } : {}),
    ...(git.source === undefined ? {} : { 'org.opencontainers.image.source': git.source }),
  };
}

/** The spec's grammar for `ref.name` is narrower than git's for branches. */
function isRefName(branch: string): boolean {
  return /^[A-Za-z0-9]+(?:(?:[-._:@+]|--)[A-Za-z0-9]+)*(?:\/[A-Za-z0-9]+(?:(?:[-._:@+]|--)[A-Za-z0-9]+)*)*$/.test(
    branch,
  );
}
