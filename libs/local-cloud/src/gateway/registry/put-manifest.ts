import { DistributionError } from '../distribution-error.ts';
import { parseManifest } from '../ecr/parse-manifest.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { NewImage } from '../control-plane.ts';
import { manifestDigest } from '../manifest-digest.ts';
import { readBody } from '../read-body.ts';
import { storeImage } from '../store-image.ts';
import { registryPath } from './registry-path.ts';
import type { ManifestTarget } from './serve-manifest.ts';
import type { RegistryRequest } from './registry-request.ts';

const longestManifest = 4 * 1024 * 1024;

/** Stores a manifest under a tag or its digest. The same one again is a success; another one on an immutable tag is refused. */
export async function putManifest(
  context: GatewayContext,
  call: RegistryRequest,
  target: ManifestTarget,
): Promise<void> {
  const { repository, reference } = target;
  const image = newImage(reference, call.request.headers['content-type'] ?? '', await readText(call));
  await storeImage(context, repository, image);
  const subject = parseManifest(image.manifest)?.subject?.digest;
  call.response.writeHead(201, {
    location: registryPath(repository, `manifests/${image.digest}`),
    'docker-content-digest': image.digest,
    'content-length': 0,
    ...(subject === undefined ? {} : { 'oci-subject': subject }),
  });
  call.response.end();
}

function newImage(reference: string, mediaType: string, manifest: string): NewImage {
  const digest = manifestDigest(manifest);
  const byDigest = reference.startsWith('sha256:');
  if (byDigest && reference !== digest)
    throw new DistributionError('DIGEST_INVALID', `the manifest has the digest "${digest}", not "${reference}"`);
  return { digest, manifest, mediaType, tag: byDigest ? undefined : reference };
}

async function readText({ request }: RegistryRequest): Promise<string> {
  const body = await readBody(request, longestManifest);
  if (body === undefined)
    throw new DistributionError('MANIFEST_INVALID', `the manifest is longer than ${longestManifest} bytes`, 413);
  const text = body.toString();
  // The control plane keeps text: what isn't UTF-8 would get another digest there.
  if (!Buffer.from(text).equals(body)) throw new DistributionError('MANIFEST_INVALID', 'the manifest is not UTF-8');
  return text;
}
