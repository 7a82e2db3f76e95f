import type { ResourceChange } from '../plan/plan.ts';

/** Whether what is there is deleted, or may be: actions that are not known count as deletion. */
export function deletes({ kind }: ResourceChange): boolean {
  return kind === 'destroy' || kind === 'replace' || kind === 'unfamiliar';
}

/** Whether Terraform owns it no longer. */
export function ends({ kind }: ResourceChange): boolean {
  return kind === 'destroy' || kind === 'forget' || kind === 'unfamiliar';
}

/** Whether there is a resource afterwards, other than it was. */
export function sets({ kind }: ResourceChange): boolean {
  return kind === 'create' || kind === 'update' || kind === 'replace' || kind === 'unfamiliar';
}
