import type { Digest } from '@slipway/images';
import type { ImageRegistry } from './image-registry.ts';

/** A repository that a contract is run against, and a way to put an image with these labels into it. */
export interface RegistrySetting {
  readonly registry: ImageRegistry;
  /** Another repository of the same registry. */
  readonly neighbour: { readonly name: string; readonly registry: ImageRegistry };
  readonly put: (tag: string, labels: Readonly<Record<string, string>>) => Promise<Digest>;
}

/** Of nothing that a registry holds. */
export const ABSENT: Digest = `sha256:${'0'.repeat(64)}`;
