import type { ImageDetail } from '@aws-sdk/client-ecr';
import type { InventoryImage } from '@slipway/lifecycle';
import type { ManifestLinks } from './manifest-links.ts';

/** One image of DescribeImages in the words of the evaluator; undefined for an answer without a digest or a date of push. */
export function toInventoryImage(detail: ImageDetail, links: ManifestLinks | undefined): InventoryImage | undefined {
  const { imageDigest, imagePushedAt } = detail;
  if (imageDigest === undefined || imagePushedAt === undefined) return undefined;
  const subject = detail.subjectManifestDigest ?? links?.subject;
  return {
    digest: imageDigest,
    tags: detail.imageTags ?? [],
    pushedAt: imagePushedAt,
    ...storage(detail),
    ...(detail.lastRecordedPullTime === undefined ? {} : { lastPulledAt: detail.lastRecordedPullTime }),
    ...(detail.imageSizeInBytes === undefined ? {} : { sizeBytes: detail.imageSizeInBytes }),
    ...(links?.children === undefined ? {} : { children: links.children }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** An image that is being restored can not be pulled yet, so it is still in the archive. */
function storage({ imageStatus, lastArchivedAt, lastActivatedAt }: ImageDetail) {
  return {
    ...(imageStatus === undefined
      ? {}
      : { storageClass: imageStatus === 'ACTIVE' ? ('standard' as const) : ('archive' as const) }),
    ...(lastArchivedAt === undefined ? {} : { archivedAt: lastArchivedAt }),
    ...(lastActivatedAt === undefined ? {} : { restoredAt: lastActivatedAt }),
  };
}
