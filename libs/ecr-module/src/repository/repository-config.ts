import type { EncryptionSpec, TagMutability } from '@slipway/environments';
import type { EcrRepositoryConfig } from '../cdktf.ts';
import { partitionOf } from './partition-of.ts';
import type { RepositoryPlace, RepositoryProps } from './repository-props.ts';

/**
 * The arguments of `aws_ecr_repository`.
 * @throws Error when the registry's key is asked for and there is none, and in partitions other than `aws`
 */
export function repositoryConfig(props: RepositoryProps & RepositoryPlace): EcrRepositoryConfig {
  refuseOtherPartitions(props);
  const { deletion = 'protected', scanOnPush = true, tags } = props;
  return {
    region: props.region,
    name: props.name,
    ...mutabilityConfig(props.tagMutability),
    encryptionConfiguration: [encryptionConfig(props.encryption, props)],
    imageScanningConfiguration: { scanOnPush },
    ...(tags === undefined ? {} : { tags }),
    // An explicit `force_delete: false` would show as a change of every repository that was imported or made without it.
    ...(deletion === 'protected' ? { lifecycle: { preventDestroy: true } } : { forceDelete: true }),
  };
}

function mutabilityConfig({ mode, except }: TagMutability) {
  if (except === undefined) return { imageTagMutability: mode };
  const imageTagMutabilityExclusionFilter = except.map((filter) => ({ filter, filterType: 'WILDCARD' }));
  return { imageTagMutability: mode, imageTagMutabilityExclusionFilter };
}

/** Provider schema: `encryption_type` is AES256, KMS or KMS_DSSE; without a `kms_key` it is the key that AWS manages. */
function encryptionConfig(encryption: EncryptionSpec | undefined, { name, region, registryKeyArn }: RepositoryPlace) {
  if (encryption === undefined || encryption.type === 'aes256') return { encryptionType: 'AES256' };
  const encryptionType = encryption.type === 'kms' ? 'KMS' : 'KMS_DSSE';
  if (encryption.key === 'aws-managed') return { encryptionType };
  if (encryption.key !== 'registry-key') return { encryptionType, kmsKey: encryption.key };
  if (registryKeyArn !== undefined) return { encryptionType, kmsKey: registryKeyArn };
  throw new Error(
    `the repository "${name}" asks for the key of its registry, and the registry of "${region}" has none: give the registry a key, or name one by its ARN`,
  );
}

function refuseOtherPartitions({ name, region }: RepositoryPlace): void {
  const partition = partitionOf(region).name;
  if (partition === 'aws') return;
  throw new Error(
    `the repository "${name}" would be in "${region}", in the partition "${partition}", and its policy would name roles of "aws": use a region of "aws", or refer to what is there by RepositoryReference`,
  );
}
