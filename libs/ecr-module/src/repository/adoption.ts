import { DataAwsEcrRepositories, type Construct } from '../cdktf.ts';
import { RootBlocks } from './root-blocks.ts';

export interface AdoptionProps {
  readonly region: string;
  readonly name: string;
  /** Address of the repository, such as `aws_ecr_repository.api`. */
  readonly to: string;
}

/**
 * Takes over the repository of this name where it exists, and lets it be created where it doesn't.
 * Its policies need no such block: putting one overwrites what is there.
 */
export function adoption(scope: Construct, id: string, { region, name, to }: AdoptionProps): void {
  const existing = existingRepositories(scope, region);
  new RootBlocks(scope, id, {
    import: [
      {
        // Of two elements for one address, Terraform takes either without an error: always exactly this name.
        for_each: `\${setintersection([${JSON.stringify(name)}], data.aws_ecr_repositories.${existing.friendlyUniqueId}.names)}`,
        to,
        id: `\${each.key}@${region}`,
      },
    ],
  });
}

/** The names in the registry of a region, read once for all that are adopted beside each other. */
function existingRepositories(scope: Construct, region: string): DataAwsEcrRepositories {
  const beside = scope.node.scope ?? scope;
  // No repository can have this name, whose names are ids here too: it begins with a capital.
  const id = `Existing-${region}`;
  const found = beside.node.tryFindChild(id);
  return found instanceof DataAwsEcrRepositories ? found : new DataAwsEcrRepositories(beside, id, { region });
}
