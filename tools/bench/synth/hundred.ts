import { synthesizeApp } from '@slipway/ecr-module';
import { expireAfterDays, keepNewest, tagged, untagged } from '@slipway/lifecycle';
import { immutable, type EnvironmentSpec, type RepositorySpec } from '@slipway/environments';

const account = '111122223333';
const bucket = { bucket: 'bench-111122223333', region: 'eu-west-1' };

function repository(_: unknown, index: number): RepositorySpec {
  return {
    name: `team/app${index}`,
    tagMutability: immutable(),
    encryption: 'aes256',
    scanOnPush: true,
    lifecycle: [keepNewest(10, tagged('v')), expireAfterDays(1, untagged())],
    access: { pull: ['nodes'], push: ['ci'] },
    tags: { Team: 'a' },
  };
}

const spec: EnvironmentSpec = {
  name: 'bench',
  account,
  region: 'eu-west-1',
  state: bucket,
  models: bucket,
  deletion: 'protected',
  tags: { ManagedBy: 'bench' },
  registries: [
    { region: 'eu-west-1', scanning: { type: 'basic' }, repositories: Array.from({ length: 100 }, repository) },
  ],
};

synthesizeApp(spec);
