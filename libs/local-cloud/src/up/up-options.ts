import type { ProviderMode } from '../state/cloud-state.ts';

/** What the user wants of `up`. */
export interface UpOptions {
  /** Makes sure of a Docker engine and base images too. @default whether the cloud is up with one */
  readonly engine?: boolean | undefined;
  /** @default that of the last time, `stand-in` at first */
  readonly provider?: ProviderMode | undefined;
  /** Port of the gateway. @default that of the last time if it's free, else any */
  readonly port?: number | undefined;
}
