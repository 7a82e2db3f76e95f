import { deletes } from '../change/effects.ts';
import { readText } from '../change/read-value.ts';
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
  /** Whether the bucket that it belongs to is made, or taken over by an import. */
  readonly makesBucketOf: (change: ResourceChange) => boolean;
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
    makesBucketOf: bucketsMade(changes),
  };
}

/** By their names, or by what the configuration refers to where the name is only known later. */
function bucketsMade(changes: readonly ResourceChange[]): PlanIndex['makesBucketOf'] {
  const made = changes.filter(
    (one) => one.type === 'aws_s3_bucket' && (one.kind === 'create' || one.importId !== undefined),
  );
  const names = new Set(made.map(({ after }) => readText(after, 'bucket')));
  const addresses = new Set(made.map(({ address }) => address));
  return ({ after, configured }) => {
    const name = readText(after, 'bucket');
    if (name !== undefined) return names.has(name);
    return (configured?.references('bucket') ?? []).some((reference) => addresses.has(reference));
  };
}

function keyOf(change: ResourceChange): string | undefined {
  const { region, repository } = repositoryOf(change);
  return repository === undefined ? undefined : `${region ?? ''} ${repository}`;
}
