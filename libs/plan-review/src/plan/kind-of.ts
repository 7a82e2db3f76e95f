import type { ChangeKind } from './plan.ts';

const KINDS: Readonly<Record<string, ChangeKind>> = {
  'no-op': 'none',
  read: 'read',
  create: 'create',
  update: 'update',
  delete: 'destroy',
  'delete create': 'replace',
  'create delete': 'replace',
  forget: 'forget',
};

/** What a list of actions means (Terraform, "JSON output format", change representation). */
export function kindOf(actions: readonly string[]): ChangeKind {
  const name = actions.join(' ');
  return Object.hasOwn(KINDS, name) ? (KINDS[name] ?? 'unfamiliar') : 'unfamiliar';
}
