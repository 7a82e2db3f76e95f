import type { EnvironmentSpec } from '@slipway/environments';
import type { ImageUse } from '@slipway/images';
import type { DeployedImages } from './deployed-images.ts';
import type { LedgerReader } from './ledger/ledger.ts';
import { ledgerUses } from './ledger/ledger-uses.ts';
import { containerImages } from './targets/container-images.ts';
import type { ContainerReaders } from './targets/container-images.ts';

/** Who knows what images are needed for, by name: `eks`, `beanstalk`, `ecs`, `lambda`, `ledger:prod`. Each throws a Failure when it can't be asked. */
export type UseSources = ReadonlyMap<string, () => Promise<readonly ImageUse[]>>;

/** Everything that is asked. */
export interface UseReaders extends ContainerReaders {
  /** The services of AWS that may run images of an environment, by name. */
  readonly services: (environment: EnvironmentSpec) => Readonly<Record<string, DeployedImages>>;
  readonly openLedger: (environment: EnvironmentSpec) => LedgerReader;
}

/**
 * Who can say what the images of an environment are needed for: what runs where `image.json` deploys containers, what the services of AWS
 * run in its account, and what ledgers name.
 * @param ledgers environments whose ledgers count: production releases what another environment may hold, too
 */
export function useSources(
  environment: EnvironmentSpec,
  ledgers: readonly EnvironmentSpec[],
  readers: UseReaders,
): UseSources {
  const services = Object.entries({ ...containerImages(environment, readers), ...readers.services(environment) });
  return new Map([
    ...services.map(([name, service]) => [name, () => service.list()] as const),
    ...ledgers.map((spec) => [`ledger:${spec.name}`, () => usesOfLedger(spec, readers)] as const),
  ]);
}

async function usesOfLedger(spec: EnvironmentSpec, { containers, openLedger }: UseReaders): Promise<ImageUse[]> {
  const ledger = openLedger(spec);
  const uses: ImageUse[] = [];
  for (const { name } of containers) uses.push(...ledgerUses(await ledger.entries(name)));
  return uses;
}
