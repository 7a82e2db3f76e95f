import type { LocalFinding } from '@slipway/findings';
import { permissionsOf } from './permissions-of.ts';
import type { Permission } from './permissions-of.ts';
import { readPolicy } from './read-policy.ts';
import type { ReadPolicy } from './read-policy.ts';

export interface PolicyTexts {
  /** Undefined where the specs grant nothing to anyone. */
  readonly declared: string | undefined;
  /** Undefined where the repository has no policy. */
  readonly inForce: string | undefined;
}

const NOTHING: ReadPolicy = { statements: [], unknown: [] };
const DEPLOY = 'deploy the environment, or declare it in the spec';

/** Who can do more or less than the specs say, because of the repository policy that is in force. */
export function comparePolicies({ declared, inForce }: PolicyTexts): LocalFinding[] {
  const live = inForce === undefined ? NOTHING : readPolicy(inForce);
  if (live === undefined) return [unreadable(inForce ?? '')];
  const specified = permissionsOf((declared === undefined ? NOTHING : readPolicy(declared))?.statements ?? []);
  const real = permissionsOf(live.statements);
  return [
    ...more(specified, real),
    ...less(specified, real),
    ...denied(real),
    ...live.unknown.map((statement) => notUnderstood(statement)),
  ];
}

function more(specified: readonly Permission[], real: readonly Permission[]): LocalFinding[] {
  const extra = real.filter((one) => one.effect === 'Allow' && !specified.some((other) => isSame(one, other)));
  return byWho(extra).map(([who, actions]) =>
    error('access-undeclared', `"${who}" may also ${actions}`, `remove it: ${DEPLOY}`),
  );
}

function less(specified: readonly Permission[], real: readonly Permission[]): LocalFinding[] {
  const allowed = real.filter(({ effect }) => effect === 'Allow');
  const lost = specified.filter((one) => !allowed.some((other) => covers(other, one)));
  return byWho(lost).map(([who, actions]) =>
    error('access-missing', `"${who}" may not ${actions}, which the spec grants`, 'deploy the environment'),
  );
}

function denied(real: readonly Permission[]): LocalFinding[] {
  const denials = real.filter(({ effect }) => effect === 'Deny');
  return byWho(denials).map(([who, actions]) =>
    error('access-denied', `"${who}" is denied ${actions}`, `remove it: ${DEPLOY}`),
  );
}

/** Names of actions have no case (IAM user guide, "IAM JSON policy elements: Action"). */
function isSame(one: Permission, other: Permission): boolean {
  return one.who === other.who && one.action.toLowerCase() === other.action.toLowerCase();
}

function covers(wide: Permission, narrow: Permission): boolean {
  return wide.who === narrow.who && pattern(wide.action).test(narrow.action);
}

function pattern(action: string): RegExp {
  const escaped = action.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
}

function byWho(permissions: readonly Permission[]): [string, string][] {
  const whos = [...new Set(permissions.map(({ who }) => who))].sort();
  return whos.map((who) => {
    const actions = permissions.filter((permission) => permission.who === who).map(({ action }) => action);
    return [who, [...new Set(actions)].sort().join(', ')];
  });
}

function unreadable(text: string): LocalFinding {
  return error('access-unreadable', `the policy in force is no policy: "${text.slice(0, 200)}"`, DEPLOY);
}

function notUnderstood(statement: string): LocalFinding {
  return error(
    'access-unreadable',
    `the policy in force has a statement of its own: ${statement}`,
    `read it; ${DEPLOY}`,
  );
}

function error(rule: string, message: string, fix: string): LocalFinding {
  return { rule, severity: 'error', message, fix };
}
