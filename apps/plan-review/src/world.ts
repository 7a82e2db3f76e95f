import type { Progress } from '@slipway/cli';
import type { Catalog, RegistryReader } from '@slipway/ecr-inventory';
import type { UseSources } from '@slipway/deployments';
import type { EnvironmentSpec } from '@slipway/environments';
import type { Files } from './files/files.ts';

/** Everything outside that the command touches. Tests put fakes here. */
export interface World {
  readonly catalog: Catalog;
  readonly registry: RegistryReader;
  /** Who can say what images of an environment are needed for. */
  readonly useSources: (environment: EnvironmentSpec) => Promise<UseSources>;
  readonly files: Files;
  readonly progress: Progress;
  readonly now: () => Date;
}
