/**
 * What a repository's images are encrypted with. Any change replaces the repository and loses its images.
 * `aes256`: keys of S3, free. `kms`: a KMS key, each use logged. `kms-dsse`: two layers of encryption by KMS.
 */
export type EncryptionSpec =
  | { readonly type: 'aes256'; readonly key?: never }
  | { readonly type: 'kms' | 'kms-dsse'; readonly key: EncryptionKey };

/** `registry-key`: the `key` of the registry. `aws-managed`: `alias/aws/ecr`. Else the ARN of a key in the registry's region. */
export type EncryptionKey = 'registry-key' | 'aws-managed' | `arn:${string}`;

/** AES-256 with keys that S3 manages. */
export function aes256(): EncryptionSpec {
  return { type: 'aes256' };
}

/** A KMS key. @param key the registry's own key where it is left out */
export function kms(key: EncryptionKey = 'registry-key'): EncryptionSpec {
  return { type: 'kms', key };
}

/** Two layers of encryption by KMS (DSSE). @param key the registry's own key where it is left out */
export function kmsDualLayer(key: EncryptionKey = 'registry-key'): EncryptionSpec {
  return { type: 'kms-dsse', key };
}
