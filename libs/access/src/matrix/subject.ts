import { groupBy } from '../collection/group-by.ts';
import type { AccessLevel } from '../grant.ts';
import { describePrincipal } from '../principal/describe-principal.ts';
import type { Principal } from '../principal/principal.ts';
import type { MatrixRepository, MatrixRole } from './access-matrix.ts';

export interface MatrixContext {
  /** Account of the repository, 12 digits. */
  readonly account: string;
  readonly roles: readonly MatrixRole[];
}

/** A principal that has to do with a repository. */
export interface Subject {
  readonly principal: Principal;
  /** Levels that the repository grants it. */
  readonly levels: readonly AccessLevel[];
  /** Where its own policies are known. */
  readonly role?: MatrixRole;
}

/** Everyone who has to do with a repository, once each. */
export function subjectsOf({ grants }: MatrixRepository, { account, roles }: MatrixContext): Subject[] {
  const granted = grants.map(({ principal, access }): Subject => ({ principal, levels: [access] }));
  const known = roles.map((role): Subject => ({ principal: role.principal, levels: [], role }));
  return groupBy([...granted, ...known], ({ principal }) => keyOf(principal, account)).map(unite);
}

/** One key for a principal, whether its account or its purpose is written or left out. */
function keyOf(principal: Principal, account: string): string {
  if (principal.kind !== 'role') return describePrincipal(principal, account);
  return describePrincipal({ kind: 'role', name: principal.name, account: principal.account ?? account }, account);
}

function unite(same: readonly [Subject, ...Subject[]]): Subject {
  const role = same.find((subject) => subject.role !== undefined)?.role;
  const [{ principal }] = [...same].sort((a, b) => Number(hasPurpose(b)) - Number(hasPurpose(a))) as [Subject];
  return { principal, levels: same.flatMap(({ levels }) => levels), ...(role === undefined ? {} : { role }) };
}

function hasPurpose({ principal }: Subject): boolean {
  return principal.kind === 'role' && principal.purpose !== undefined;
}
