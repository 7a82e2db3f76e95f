import { PutRepositoryCatalogDataCommand, TagResourceCommand, UntagResourceCommand } from '@aws-sdk/client-ecr-public';
import type { Cloud } from '../session/cloud.ts';
import { requiredText } from './attribute-readers.ts';
import { catalogDataOf } from './ecr-public-catalog-data.ts';
import { hasChanged } from './has-changed.ts';
import type { Change } from './resource-behaviour.ts';
import { tagChanges } from './tag-changes.ts';

/** Changes a public repository in place: catalog data and tags. */
export async function updatePublicRepository(cloud: Cloud, change: Change): Promise<void> {
  await updateCatalogData(cloud, change);
  await updateTags(cloud, change);
}

async function updateCatalogData(cloud: Cloud, change: Change): Promise<void> {
  const catalogData = catalogDataOf(change.planned);
  if (catalogData === undefined || !hasChanged(change, 'catalog_data')) return;
  const repositoryName = requiredText(change.prior, 'id');
  await cloud.ecrPublic(change.planned).send(new PutRepositoryCatalogDataCommand({ repositoryName, catalogData }));
}

async function updateTags(cloud: Cloud, change: Change): Promise<void> {
  const { removed, put } = tagChanges(change);
  const ecr = cloud.ecrPublic(change.planned);
  const resourceArn = requiredText(change.prior, 'arn');
  if (removed.length > 0) await ecr.send(new UntagResourceCommand({ resourceArn, tagKeys: [...removed] }));
  const tags = put.map(([Key, Value]) => ({ Key, Value }));
  if (tags.length > 0) await ecr.send(new TagResourceCommand({ resourceArn, tags }));
}
