import { DataAwsEcrRepositories, type Construct } from '../cdktf.ts';
import { RootBlocks } from './root-blocks.ts';

export interface AdoptionProps {
  readonly region: string;
  readonly name: string;
  /** Address of the repository, such as `aws_ecr_repository.api`. */
  readonly to: string;
  /** Where the names of what exists are read, once for all that are adopted beside each other. */
  readonly beside: Construct;
}

/**
 * Takes over the repository of this name where it exists, and lets it be created where it doesn't.
 * Its policies need no such block: putting one overwrites what is there.
 */
export function adoption(scope: Construct, id: string, { region, name, to, beside }: AdoptionProps): void {
  const existing = existingRepositories(beside, region);
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

function existingRepositories(scope: Construct, region: string): DataAwsEcrRepositories {
  // No repository can have this name, whose names are ids here too: it begins with a capital.
  const id = `Existing-${region}`;
  const found = scope.node.tryFindChild(id);
  return found instanceof DataAwsEcrRepositories ? found : new DataAwsEcrRepositories(scope, id, { region });
}
