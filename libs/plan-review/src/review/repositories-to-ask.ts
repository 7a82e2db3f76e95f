import { deletes } from '../change/effects.ts';
import { repositoryOf } from '../change/repository-of.ts';
import type { Plan, ResourceChange } from '../plan/plan.ts';
import { scannedRepositories } from '../scanning/scanned-repositories.ts';

/** A repository whose images decide something. */
export interface RepositoryToAsk {
  readonly region: string;
  readonly repository: string;
  /** Whether the plan may lose images of it; else they only tell what it costs. */
  readonly isAtStake: boolean;
}

/**
 * Repositories whose images matter for the verdict, those that are deleted or whose lifecycle policy changes, and those whose images are
 * scanned for another price. Each once.
 */
export function repositoriesToAsk({ changes }: Plan): RepositoryToAsk[] {
  const atStake = changes.filter(mayLoseImages).flatMap((change) => {
    const { region, repository } = repositoryOf(change);
    return region === undefined || repository === undefined ? [] : [{ region, repository, isAtStake: true }];
  });
  const scanned = changes.filter(({ kind }) => kind !== 'none').flatMap((change) => scannedOtherwise(change, changes));
  return [...new Map([...scanned, ...atStake].map((one) => [`${one.region} ${one.repository}`, one])).values()];
}

function mayLoseImages(change: ResourceChange): boolean {
  if (change.type === 'aws_ecr_lifecycle_policy') return change.kind !== 'none' && change.kind !== 'destroy';
  return change.type === 'aws_ecr_repository' && deletes(change);
}

function scannedOtherwise(change: ResourceChange, changes: readonly ResourceChange[]): RepositoryToAsk[] {
  const { region = '', before = [], after = [] } = scannedRepositories(change, changes) ?? {};
  const others = [...before.filter((name) => !after.includes(name)), ...after.filter((name) => !before.includes(name))];
  return others.map((repository) => ({ region, repository, isAtStake: false }));
}
