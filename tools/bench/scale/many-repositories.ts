import { iamRole } from '@slipway/access';
import { aes256, basicScanning, immutable, type EnvironmentSpec, type RepositorySpec } from '@slipway/environments';
import { expireAfterDays, keepNewest, tagged, untagged } from '@slipway/lifecycle';

const bucket = { bucket: 'bench-111122223333', region: 'eu-west-1' };

/** A sound spec of one registry with `count` repositories, each with lifecycle and access. */
export function manyRepositories(count: number): EnvironmentSpec {
  return {
    name: 'bench',
    account: '111122223333',
    region: 'eu-west-1',
    state: bucket,
    models: bucket,
    deletion: 'protected',
    tags: { ManagedBy: 'bench' },
    registries: [
      { region: 'eu-west-1', scanning: basicScanning(), repositories: Array.from({ length: count }, repository) },
    ],
  };
}

function repository(_: unknown, index: number): RepositorySpec {
  return {
    name: `team/app${index}`,
    tagMutability: immutable(),
    encryption: aes256(),
    scanOnPush: true,
    lifecycle: [keepNewest(10, tagged('v')), expireAfterDays(1, untagged())],
    access: { pull: [iamRole('nodes')], pullPush: [iamRole('ci')] },
    tags: { Team: 'a' },
  };
}
