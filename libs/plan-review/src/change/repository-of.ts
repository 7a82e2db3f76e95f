import type { ResourceChange } from '../plan/plan.ts';
import { readText } from './read-value.ts';

/** Which repository a resource is or belongs to; before the change where it was there. */
export function repositoryOf(change: ResourceChange): {
  readonly region: string | undefined;
  readonly repository: string | undefined;
} {
  return { region: textOf(change, 'region'), repository: textOf(change, NAMES[change.type] ?? 'repository') };
}

const NAMES: Readonly<Record<string, string>> = {
  aws_ecr_repository: 'name',
  aws_ecrpublic_repository: 'repository_name',
  aws_ecrpublic_repository_policy: 'repository_name',
};

function textOf({ before, after }: ResourceChange, name: string): string | undefined {
  return readText(before, name) ?? readText(after, name);
}
