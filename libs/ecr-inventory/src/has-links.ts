import type { ImageDetail } from '@aws-sdk/client-ecr';

/** Lists of images: an OCI index, and Docker's form of it. */
const INDEXES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];
/** What DescribeImages says of the configuration of a plain image. */
const PLAIN_IMAGES = ['application/vnd.oci.image.config.v1+json', 'application/vnd.docker.container.image.v1+json'];

/** Whether only the manifest tells what an image has to do with others. AWS itself tells the subject of a referrer. */
export function hasLinks({
  imageManifestMediaType = '',
  artifactMediaType,
  subjectManifestDigest,
}: ImageDetail): boolean {
  if (INDEXES.includes(imageManifestMediaType)) return true;
  return (
    subjectManifestDigest === undefined && artifactMediaType !== undefined && !PLAIN_IMAGES.includes(artifactMediaType)
  );
}
