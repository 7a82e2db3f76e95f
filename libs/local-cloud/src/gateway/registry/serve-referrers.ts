import type { StoredImage } from '../control-plane.ts';
import { artifactType } from '../ecr/artifact-type.ts';
import { parseManifest } from '../ecr/parse-manifest.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { sendJson } from '../send-json.ts';
import type { RegistryTarget } from './parse-path.ts';
import { requireMethod } from './require-method.ts';
import type { RegistryRequest } from './registry-request.ts';

const indexType = 'application/vnd.oci.image.index.v1+json';

/** The artifacts about an image (signatures, bills of materials): manifests whose subject it is. */
export async function serveReferrers(
  context: GatewayContext,
  call: RegistryRequest,
  { repository, digest }: Extract<RegistryTarget, { kind: 'referrers' }>,
): Promise<void> {
  requireMethod(call, ['GET', 'HEAD']);
  const ids = await context.controlPlane.details(repository);
  const images = await context.controlPlane.images(
    repository,
    ids.map(({ imageDigest }) => ({ imageDigest })),
  );
  const wanted = call.query.get('artifactType') ?? undefined;
  const manifests = images
    .flatMap((image) => referrer(image, digest))
    .filter((found) => wanted === undefined || found.artifactType === wanted);
  const headers = wanted === undefined ? {} : { 'oci-filters-applied': 'artifactType' };
  sendJson(call.response, { schemaVersion: 2, mediaType: indexType, manifests }, { contentType: indexType, headers });
}

interface Referrer {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly artifactType: string | undefined;
  readonly annotations: Readonly<Record<string, string>> | undefined;
}

function referrer({ manifest, mediaType, digest }: StoredImage, subject: string): readonly Referrer[] {
  const parsed = parseManifest(manifest);
  if (parsed?.subject?.digest !== subject) return [];
  const size = Buffer.byteLength(manifest);
  return [{ mediaType, digest, size, artifactType: artifactType(parsed), annotations: parsed.annotations }];
}
