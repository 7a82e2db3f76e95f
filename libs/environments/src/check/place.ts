import type { EnvironmentSpec } from '../spec/environment-spec.ts';
import type { RegistrySpec } from '../spec/registry-spec.ts';

/** What a rule about a part of a registry may ask about the whole. */
export interface Place {
  readonly environment: EnvironmentSpec;
  readonly registry: RegistrySpec;
}
