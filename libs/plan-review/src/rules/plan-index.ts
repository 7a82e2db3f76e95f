import { deletes } from '../change/effects.ts';
import { repositoryOf } from '../change/repository-of.ts';
import type { Plan, ResourceChange } from '../plan/plan.ts';

/** What rules look up about the other changes of a plan, made once, as plans may have thousands. */
export interface PlanIndex {
  /** Address of the resource that creates the same repository anew. */
  readonly heirOf: (change: ResourceChange) => string | undefined;
  /** Whether a policy of the same repository stays as it is. */
  readonly keepsPolicyOf: (change: ResourceChange) => boolean;
  /** Whether the repository that it belongs to is deleted. */
  readonly deletesRepositoryOf: (change: ResourceChange) => boolean;
}

export function indexPlan({ changes }: Plan): PlanIndex {
  const heirs = new Map<string, string>();
  const kept = new Set<string>();
  const deleted = new Set<string>();
  for (const change of changes) {
    const key = keyOf(change);
    if (key === undefined) continue;
    if (change.type === 'aws_ecr_repository' && deletes(change)) deleted.add(key);
    if (change.kind === 'create') heirs.set(`${change.type} ${key}`, change.address);
    if (change.kind === 'none' && /^aws_ecr_(lifecycle|repository)_policy$/.test(change.type)) kept.add(key);
  }
  return {
    heirOf: (change) => heirs.get(`${change.type} ${keyOf(change) ?? ''}`),
    keepsPolicyOf: (change) => kept.has(keyOf(change) ?? ''),
    deletesRepositoryOf: (change) => deleted.has(keyOf(change) ?? ''),
  };
}

function keyOf(change: ResourceChange): string | undefined {
  const { region, repository } = repositoryOf(change);
  return repository === undefined ? undefined : `${region ?? ''} ${repository}`;
}
