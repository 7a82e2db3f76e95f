import type { Progress } from '@slipway/cli';
import type { Catalog, RegistryReader } from '@slipway/ecr-inventory';
import type { Files } from './files/files.ts';

/** Everything outside that the command touches. Tests put fakes here. */
export interface World {
  readonly catalog: Catalog;
  readonly registry: RegistryReader;
  readonly files: Files;
  readonly progress: Progress;
  readonly now: () => Date;
}
