import { keyReference } from '../../sign/key-reference.ts';
import { targetImage } from '../../target-image.ts';
import type { WantedImage } from '../../target-image.ts';
import type { World } from '../../world.ts';
import type { Digest } from '@slipway/images';

export interface SignOptions extends WantedImage {
  /** A reference to the key. @default the private key in `COSIGN_PRIVATE_KEY` */
  readonly key?: string;
  readonly publicLog: boolean;
  readonly dryRun: boolean;
}

/** Printed as it is by `--json`. */
export interface SignReport {
  readonly schemaVersion: 1;
  readonly report: 'sign';
  readonly container: string;
  readonly environment: string;
  /** Address and digest: a tag may move after its signing. */
  readonly image: string;
  readonly digest: Digest;
  /** Where the key is. */
  readonly key: string;
  readonly publicLog: boolean;
  readonly result: 'signed' | 'would be signed';
}

/** Signs the image of an environment by its digest. */
export async function runSign(options: SignOptions, world: World): Promise<SignReport> {
  const { environment, publicLog, dryRun } = options;
  const key = keyReference(options.key, world.signingEnvironment);
  const { container, place, digest } = await targetImage(options, world);
  if (!dryRun) {
    const { signal } = world;
    await world.progress.during(`sign ${container.name} in ${environment}`, () =>
      world.sign({ place, digest, key, publicLog, signal }),
    );
  }
  return {
    schemaVersion: 1,
    report: 'sign',
    container: container.name,
    environment,
    image: `${place.uri}@${digest}`,
    digest,
    key,
    publicLog,
    result: dryRun ? 'would be signed' : 'signed',
  };
}
