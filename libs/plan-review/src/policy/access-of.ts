import { repositoryOf } from '../change/repository-of.ts';
import type { ResourceChange } from '../plan/plan.ts';
import { accessChanges } from './access-changes.ts';
import type { AccessChange, AccessContext } from './access-changes.ts';
import { identityOf, nameOf } from './identity-of.ts';
import { policiesOf } from './policies-of.ts';
import type { PolicyPair, PolicyReading } from './policies-of.ts';

/** Who may do more or less by the policies of a resource, or why that can't be said. */
export function accessOf(change: ResourceChange): AccessChange[] {
  return policiesOf(change).flatMap((pair) => {
    const { before, after, path, kind } = pair;
    if (after.state === 'unknown' || after.state === 'unreadable')
      return [{ text: `what "${path}" will allow can't be said: it is ${REASONS[after.state]}`, widens: false }];
    if (before.state === 'unreadable')
      return [{ text: `what "${path}" allowed can't be said: it is ${REASONS.unreadable}`, widens: false }];
    return accessChanges(statementsOf(before), statementsOf(after), accessContext(change, kind));
  });
}

const REASONS = {
  unknown: 'only known after the apply, or hidden',
  unreadable: 'no policy of the known form',
} as const;

function statementsOf(reading: PolicyReading) {
  return reading.state === 'read' ? reading.statements : [];
}

function accessContext(change: ResourceChange, kind: PolicyPair['kind']): AccessContext {
  if (kind === 'identity') return { who: identityOf(change) };
  if (kind === 'trust') return { target: `role ${nameOf(change, 'name') ?? change.address}` };
  const prefix = change.type === 'aws_ecr_repository_creation_template' ? nameOf(change, 'prefix') : undefined;
  if (prefix !== undefined) return { target: `repositories made from the template "${prefix}"` };
  return {
    target: repositoryOf(change).repository ?? nameOf(change, 'bucket') ?? nameOf(change, 'name') ?? change.address,
  };
}
