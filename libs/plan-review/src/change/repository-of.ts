import type { ResourceChange } from '../plan/plan.ts';
import { readText } from './read-value.ts';

/** Which repository a resource is, before the change where it was there, or what it is put on, afterwards where it stays. */
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

function isRepository(type: string): boolean {
  return type === 'aws_ecr_repository' || type === 'aws_ecrpublic_repository';
}

function textOf({ type, before, after }: ResourceChange, name: string): string | undefined {
  return isRepository(type) || name === 'region'
    ? (readText(before, name) ?? readText(after, name))
    : (readText(after, name) ?? readText(before, name));
}
