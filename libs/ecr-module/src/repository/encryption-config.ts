import type { EncryptionSpec } from '@slipway/environments';

/** What is encrypted, and where. */
export interface EncryptedPlace {
  /** For the message, such as `the repository "team/api"`. */
  readonly what: string;
  readonly region: string;
  /** ARN of the key that `registry-key` stands for. @default there is none, and asking for it is an error */
  readonly registryKeyArn?: string | undefined;
}

/**
 * The argument that repositories and creation templates have for encryption.
 * Provider schema: `encryption_type` is AES256, KMS or KMS_DSSE; without a `kms_key` it is the key that AWS manages.
 * @throws Error when the registry's key is asked for and there is none
 */
export function encryptionConfig(encryption: EncryptionSpec, { what, region, registryKeyArn }: EncryptedPlace) {
  if (encryption.type === 'aes256') return { encryptionType: 'AES256' };
  const encryptionType = encryption.type === 'kms' ? 'KMS' : 'KMS_DSSE';
  if (encryption.key === 'aws-managed') return { encryptionType };
  if (encryption.key !== 'registry-key') return { encryptionType, kmsKey: encryption.key };
  if (registryKeyArn !== undefined) return { encryptionType, kmsKey: registryKeyArn };
  throw new Error(
    `${what} asks for the key of its registry, and the registry of "${region}" has none: give the registry a key, or name one by its ARN`,
  );
}
