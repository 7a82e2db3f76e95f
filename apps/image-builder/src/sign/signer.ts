import type { RepositoryPlace } from '../ecr/repository-directory.ts';
import type { Digest } from '@slipway/images';

export interface SignRequest {
  readonly place: RepositoryPlace;
  readonly digest: Digest;
  /** Where the key is, such as `awskms:///alias/release` or `env://COSIGN_PRIVATE_KEY`; never the key itself. */
  readonly key: string;
  /** Whether the signature goes into the public transparency log, which shows the name of the image to everyone. */
  readonly publicLog: boolean;
  readonly signal: AbortSignal;
}

/** Signs an image in its registry. @throws Failure `tool-missing`, `signing-failed` */
export type Signer = (request: SignRequest) => Promise<void>;
