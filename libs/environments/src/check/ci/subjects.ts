import { error, under, type LocalFinding } from '@slipway/findings';
import type { CiRoleSpec, GitHubSubject } from '../../spec/ci-spec.ts';
import { listed } from '../finding/listed.ts';
import { repeated } from '../finding/repeated.ts';

/** git-check-ref-format, without the `refs/heads/` or `refs/tags/` that it is put under. */
const NO_REF = /[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/\/|^[/-]|[/.]$|\.lock(\/|$)|(^|\/)\.|^refs\/|^$/u;
/** GitHub documentation, "Managing environments for deployment": at most 255 characters. */
const NO_ENVIRONMENT = /[*?\p{Cc}]|^\s*$|^.{256,}$/u;
/** GitHub documentation, "Workflow syntax": a YAML file in `.github/workflows`, and in no folder below. */
const NO_WORKFLOW = /^(?![\w.-]+\.ya?ml$)/;
const NO_NAME = { branch: NO_REF, tag: NO_REF, environment: NO_ENVIRONMENT, workflow: NO_WORKFLOW };
const SOURCE = 'GitHub documentation, "OpenID Connect reference": example subject claims';

/** Which runs may assume a role: at least one, each exact and once. */
export function subjects({ subjects: given }: CiRoleSpec): LocalFinding[] {
  const all: readonly GitHubSubject[] = given;
  return under('subjects', [
    ...(all.length === 0 ? [nobody()] : []),
    ...all.flatMap((subject) => exact(subject)),
    ...twice(all),
  ]);
}

function nobody(): LocalFinding {
  return error('ci-subjects-empty', {
    message: 'are "[]", so nobody could assume the role',
    fix: 'name an environment, a branch, a tag or pullRequest',
    source: SOURCE,
  });
}

function exact(subject: GitHubSubject): LocalFinding[] {
  if ('pullRequest' in subject) return [];
  return Object.entries(subject).flatMap(([kind, value]) => named(kind as keyof typeof NO_NAME, value));
}

function named(kind: keyof typeof NO_NAME, value: string): LocalFinding[] {
  if (!NO_NAME[kind].test(value)) return [];
  return [
    error('ci-subject', {
      message: `"${value}" is not one ${kind}`,
      fix: `write the exact name of the ${kind}, without "*" and ${kind === 'workflow' ? 'folders' : '"refs/"'}`,
      source: SOURCE,
    }),
  ];
}

function twice(all: readonly GitHubSubject[]): LocalFinding[] {
  const same = repeated(all.map((subject) => Object.entries(subject).flat().join(' ')));
  if (same.length === 0) return [];
  return [error('ci-subject-repeated', { message: `name ${listed(same)} twice`, fix: 'name each once' })];
}
