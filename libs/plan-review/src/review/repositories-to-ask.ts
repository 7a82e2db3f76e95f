import { deletes } from '../change/effects.ts';
import { repositoryOf } from '../change/repository-of.ts';
import type { Plan, ResourceChange } from '../plan/plan.ts';

/** Repositories whose images matter for the verdict: those that are deleted, and those whose lifecycle policy changes. Each once. */
export function repositoriesToAsk({ changes }: Plan): { readonly region: string; readonly repository: string }[] {
  const asked = changes.filter(matters).flatMap((change) => {
    const { region, repository } = repositoryOf(change);
    return region === undefined || repository === undefined ? [] : [{ region, repository }];
  });
  return [...new Map(asked.map((one) => [`${one.region} ${one.repository}`, one])).values()];
}

function matters(change: ResourceChange): boolean {
  if (change.type === 'aws_ecr_lifecycle_policy') return change.kind !== 'none' && change.kind !== 'destroy';
  return change.type === 'aws_ecr_repository' && deletes(change);
}
