import type { Grant } from '@slipway/access';
import type { AccessSpec } from './spec/access-spec.ts';

const LEVELS = ['pull', 'push', 'pullPush', 'read'] as const;

/** The grants that an access section stands for: the one source of repository policies and of the access matrix. */
export function grantsOf(access: AccessSpec): Grant[] {
  return LEVELS.flatMap((level) => (access[level] ?? []).map((principal) => ({ principal, access: level })));
}
