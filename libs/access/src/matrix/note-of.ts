import type { MatrixAction } from './access-matrix.ts';
import type { Subject } from './subject.ts';

export interface Facts {
  /** Account of the repository, 12 digits. */
  readonly account: string;
  readonly actions: readonly MatrixAction[];
  /** What the principal can do beside the actions of the matrix. */
  readonly managing: readonly string[];
}

/** What a reader of a row has to know beside it, in words. */
export function noteOf(subject: Subject, facts: Facts): string | undefined {
  const notes = [condition(subject, facts), managing(facts), assumption(subject)].filter((note) => note !== undefined);
  return notes.length === 0 ? undefined : notes.join('; ');
}

/** Under what condition the actions of the row are real. */
function condition({ principal, role, levels }: Subject, { account, actions }: Facts): string | undefined {
  if (role !== undefined) {
    return levels.length > 0 && actions.length === 0 ? 'granted, but its own policies do not allow it' : undefined;
  }
  switch (principal.kind) {
    case 'role':
      return (principal.account ?? account) === account
        ? 'logs in by ecr:GetAuthorizationToken of its own policies'
        : 'only if its own policies allow the same';
    case 'account':
      return "whoever the account's identity policies allow the same";
    case 'organization':
      return 'whoever the identity policies of their own account allow the same';
    case 'service':
      return undefined;
    default:
      return principal satisfies never;
  }
}

function managing({ managing: can }: Facts): string | undefined {
  return can.length === 0 ? undefined : `can ${can.join(', ')}`;
}

function assumption({ role }: Subject): string | undefined {
  const by = role?.assumedBy ?? [];
  return by.length === 0 ? undefined : `assumed by ${by.join(', ')}`;
}
