import { sortedUnique } from '../collection/sorted-unique.ts';

/** What a run of a workflow runs for: the end of the `sub` of its token. */
export type GitHubRun =
  | { readonly environment: string }
  | {
      readonly branch: string;
      /** File in `.github/workflows`, as it is on that branch: runs of no other workflow. @default any workflow */
      readonly workflow?: string;
    }
  | { readonly tag: string }
  | { readonly pullRequest: true };

export interface GitHubRepository {
  /** User or organisation. */
  readonly owner: string;
  readonly repository: string;
  /** Numbers that GitHub never gives again: tokens of repositories made since July 2026 hold them. @default names only */
  readonly ids?: { readonly owner: number; readonly repository: number };
}

export interface GitHubSubjectsOptions extends GitHubRepository {
  readonly subjects: readonly GitHubRun[];
}

/**
 * The exact `sub` of the tokens of these runs, never with a wildcard. With ids, both forms of a name are given, so that trust outlasts GitHub's
 * change of form (GitHub docs, "OpenID Connect reference"; changelog of 2026-04-23, "Immutable subject claims").
 */
export function gitHubSubjects(options: GitHubSubjectsOptions): readonly string[] {
  const names = namesOf(options);
  return sortedUnique(options.subjects.flatMap((run) => names.map((name) => `repo:${name}:${endOf(run)}`)));
}

function namesOf({ owner, repository, ids }: GitHubRepository): string[] {
  const name = `${owner}/${repository}`;
  return ids === undefined ? [name] : [name, `${owner}@${ids.owner}/${repository}@${ids.repository}`];
}

/**
 * The `job_workflow_ref` of the tokens of these runs, or undefined where any workflow will do: the file that the job is written in, and the ref that it
 * is taken from (GitHub docs, "OpenID Connect reference"). GitHub writes names alone here; whose they are, the subject says.
 */
export function workflowOf(run: GitHubRun, { owner, repository }: GitHubRepository): string | undefined {
  if (!('branch' in run) || run.workflow === undefined) return undefined;
  return `${owner}/${repository}/.github/workflows/${run.workflow}@refs/heads/${run.branch}`;
}

function endOf(run: GitHubRun): string {
  if ('environment' in run) return `environment:${escaped(run.environment)}`;
  if ('branch' in run) return `ref:refs/heads/${run.branch}`;
  if ('tag' in run) return `ref:refs/tags/${run.tag}`;
  return 'pull_request';
}

/** GitHub writes `:` in the value of a context as `%3A`. */
function escaped(environment: string): string {
  return environment.replaceAll(':', '%3A');
}
