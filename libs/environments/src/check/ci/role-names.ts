import { error, type LocalFinding } from '@slipway/findings';
import type { CiRoleSpec } from '../../spec/ci-spec.ts';
import { repeated } from '../finding/repeated.ts';

const NAME = /^[\w+=,.@-]{1,64}$/;
const SOURCE = 'IAM API reference, CreateRole: RoleName';

/** Names that IAM takes, each once: it takes names that differ in case only as the same. */
export function roleNames(roles: readonly CiRoleSpec[]): LocalFinding[] {
  return [...grammar(roles), ...unique(roles)];
}

function grammar(roles: readonly CiRoleSpec[]): LocalFinding[] {
  return roles
    .filter(({ name }) => !NAME.test(name))
    .map(({ name }) =>
      error('ci-role-name', {
        path: name,
        message: `"${name}" is not the name of a role`,
        fix: 'use 1 to 64 letters, digits and _ + = , . @ -',
        source: SOURCE,
      }),
    );
}

function unique(roles: readonly CiRoleSpec[]): LocalFinding[] {
  return repeated(roles.map(({ name }) => name.toLowerCase())).map((name) =>
    error('ci-role-repeated', {
      path: name,
      message: `the role "${name}" is declared twice; IAM does not tell names by case`,
      fix: 'one role for one verb: give each its own name',
      source: SOURCE,
    }),
  );
}
