import {
  PutImageScanningConfigurationCommand,
  PutImageTagMutabilityCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-ecr';
import type { Cloud } from '../session/cloud.ts';
import { requiredText } from './attribute-readers.ts';
import { hasChanged } from './has-changed.ts';
import { exclusionFiltersOf, mutabilityOf, scanningOf } from './ecr-repository-input.ts';
import type { Change } from './resource-behaviour.ts';
import { tagChanges } from './tag-changes.ts';

/** Changes a repository in place: mutability, scanning and tags. */
export async function updateRepository(cloud: Cloud, change: Change): Promise<void> {
  await updateMutability(cloud, change);
  await updateScanning(cloud, change);
  await updateTags(cloud, change);
}

async function updateMutability(cloud: Cloud, { prior, planned }: Change): Promise<void> {
  if (!hasChanged({ prior, planned }, 'image_tag_mutability', 'image_tag_mutability_exclusion_filter')) return;
  await cloud.ecr(planned).send(
    new PutImageTagMutabilityCommand({
      repositoryName: requiredText(prior, 'id'),
      imageTagMutability: mutabilityOf(planned),
      imageTagMutabilityExclusionFilters: exclusionFiltersOf(planned),
    }),
  );
}

async function updateScanning(cloud: Cloud, { prior, planned }: Change): Promise<void> {
  if (!hasChanged({ prior, planned }, 'image_scanning_configuration')) return;
  await cloud.ecr(planned).send(
    new PutImageScanningConfigurationCommand({
      repositoryName: requiredText(prior, 'id'),
      imageScanningConfiguration: scanningOf(planned) ?? { scanOnPush: false },
    }),
  );
}

async function updateTags(cloud: Cloud, change: Change): Promise<void> {
  const { removed, put } = tagChanges(change);
  const ecr = cloud.ecr(change.planned);
  const resourceArn = requiredText(change.prior, 'arn');
  if (removed.length > 0) await ecr.send(new UntagResourceCommand({ resourceArn, tagKeys: [...removed] }));
  const tags = put.map(([Key, Value]) => ({ Key, Value }));
  if (tags.length > 0) await ecr.send(new TagResourceCommand({ resourceArn, tags }));
}
