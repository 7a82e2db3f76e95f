import type { GitHubSubject } from '@slipway/environments';
import type { NamedJob } from './read-workflows.ts';

/**
 * The `sub` that GitHub puts into the token of a job (GitHub documentation, "OpenID Connect reference"): its environment where it has one, else
 * `pull_request` for that event, else the branch. Everything but a pull request runs on main here, which `if` has to say where it isn't sure.
 */
export function subjectOf({ job, workflow }: NamedJob, matrix: Readonly<Record<string, string>> = {}): GitHubSubject {
  if (job.environment !== undefined) return { environment: resolved(job.environment, matrix) };
  const events = typeof workflow.on === 'string' ? [workflow.on] : Object.keys(workflow.on as object);
  return events.includes('pull_request') ? { pullRequest: true } : { branch: 'main' };
}

/** `${{ matrix.x }}` in place. */
export function resolved(text: string, matrix: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{ matrix\.(\w+) \}\}/g, (_, name: string) => matrix[name] ?? '');
}
