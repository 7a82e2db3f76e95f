import { AwsError } from '../aws-error.ts';
import type { RegistryId } from '../control-plane.ts';
import type { EcrCall } from '../ecr/ecr-call.ts';

const onlyRegion = 'us-east-1';

/** The caller's public registry. @throws AwsError outside the one region that has the API of public registries. */
export function publicRegistryOf({ account, region }: EcrCall): RegistryId {
  if (region === onlyRegion) return { account, region };
  throw new AwsError('UnsupportedCommandException', "The action isn't supported in this Region.");
}
