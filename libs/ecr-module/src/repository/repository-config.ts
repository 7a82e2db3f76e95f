import { aes256 } from '@slipway/environments';
import type { EcrRepositoryConfig } from '../cdktf.ts';
import { encryptionConfig } from './encryption-config.ts';
import { mutabilityConfig } from './mutability-config.ts';
import { partitionOf } from './partition-of.ts';
import type { RepositoryPlace, RepositoryProps } from './repository-props.ts';

/**
 * The arguments of `aws_ecr_repository`.
 * @throws Error when the registry's key is asked for and there is none, and in partitions other than `aws`
 */
export function repositoryConfig(props: RepositoryProps & RepositoryPlace): EcrRepositoryConfig {
  refuseOtherPartitions(props);
  const { deletion = 'protected', encryption = aes256(), scanOnPush = true, tags } = props;
  return {
    region: props.region,
    name: props.name,
    ...mutabilityConfig(props.tagMutability),
    encryptionConfiguration: [encryptionConfig(encryption, { ...props, what: `the repository "${props.name}"` })],
    imageScanningConfiguration: { scanOnPush },
    ...(tags === undefined ? {} : { tags }),
    // An explicit `force_delete: false` would show as a change of every repository that was imported or made without it.
    ...(deletion === 'protected' ? { lifecycle: { preventDestroy: true } } : { forceDelete: true }),
  };
}

function refuseOtherPartitions({ name, region }: RepositoryPlace): void {
  const partition = partitionOf(region).name;
  if (partition === 'aws') return;
  throw new Error(
    `the repository "${name}" would be in "${region}", in the partition "${partition}", and its policy would name roles of "aws": use a region of "aws", or refer to what is there by RepositoryReference`,
  );
}
