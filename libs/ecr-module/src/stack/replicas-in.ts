import type { EnvironmentSpec } from '@slipway/environments';
import { replicaUrls } from './replica-urls.ts';

/** Names of the replicas that an environment's other registries have in a region of its account. */
export function replicasIn(region: string, { registries, account }: EnvironmentSpec): string[] {
  return registries.flatMap((registry) =>
    registry.repositories.map(({ name }) => name).filter((name) => region in replicaUrls(name, registry, account)),
  );
}
