import { renderPolicyDocument, repositoryPolicy } from '@slipway/access';
import { grantsOf } from '@slipway/environments';
import { under } from '@slipway/findings';
import type { Finding, LocalFinding } from '@slipway/findings';
import { inParallel } from '@slipway/cli';
import type { PolicyInForce, RepositoryPlace } from '@slipway/ecr-inventory';
import type { World } from '../../../world.ts';
import type { LiveComparison } from '../access-report.ts';
import { comparePolicies } from './compare-policies.ts';

export interface LiveQuestion {
  readonly environment: string;
  readonly places: readonly RepositoryPlace[];
}

/** Repositories that are read at the same time. */
const AT_ONCE = 4;

/** Reads the policy of every place that is there, and compares it with the spec. */
export async function compareLive(
  { environment, places }: LiveQuestion,
  { registry, progress }: Pick<World, 'registry' | 'progress'>,
): Promise<LiveComparison> {
  const read = await progress.during(`read the policies of ${environment}`, (say) =>
    inParallel(places, {
      limit: AT_ONCE,
      work: async (place) => {
        say(`${place.region} ${place.name}`);
        return { place, policy: await registry.repositoryPolicy(place) };
      },
    }),
  );
  return {
    compared: read.filter(({ policy }) => policy !== undefined).length,
    findings: read.flatMap(({ place, policy }) => findingsOf(place, { environment, policy })),
  };
}

interface Compared {
  readonly environment: string;
  readonly policy: PolicyInForce | undefined;
}

function findingsOf(place: RepositoryPlace, { environment, policy }: Compared): Finding[] {
  const path = `${environment} / ${place.region} / ${place.name}`;
  if (policy === undefined) return under(path, [missing(place)]);
  const document = repositoryPolicy(grantsOf(place.spec.access), { account: place.account });
  const declared = document === undefined ? undefined : renderPolicyDocument(document);
  return under(path, comparePolicies({ declared, inForce: policy.text }).map(fixFor(place)));
}

function missing({ replica }: RepositoryPlace): LocalFinding {
  const fix = `deploy the environment${replica?.madeBy === 'template' ? ': ECR makes this replica with the first image that is pushed to its source' : ''}`;
  return { rule: 'repository-missing', severity: 'warning', message: 'there is no such repository yet', fix };
}

/** Terraform never touches a repository that ECR made from a template. */
function fixFor({ replica }: RepositoryPlace): (finding: LocalFinding) => LocalFinding {
  if (replica?.madeBy !== 'template') return (finding) => finding;
  const fix = `ECR gave this replica its policy when it made it, and no deployment changes it: set the policy of its source in ${replica.of} here, too`;
  return (finding) => ({ ...finding, fix });
}
