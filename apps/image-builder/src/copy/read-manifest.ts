import { errorMessage } from '@slipway/cli';
import type { Digest } from '@slipway/images';
import { Failure } from '../failure.ts';
import type { ManifestText } from '../registry/image-registry.ts';
import { copyFailed } from './copy-failure.ts';
import type { CopySource } from './copy-request.ts';
import { manifestParts } from './manifest-parts.ts';
import type { ManifestParts } from './manifest-parts.ts';

export type ReadManifest = ManifestText & ManifestParts & { readonly digest: Digest };

/** A manifest of the source with what it names. @throws Failure `image-missing`, or `copy-failed` when its bytes are of another digest or no manifest */
export async function readManifest(from: CopySource, digest: Digest): Promise<ReadManifest> {
  const found = await from.manifest(digest);
  if (found === undefined) throw missing(digest);
  if (found.digest !== digest) {
    throw copyFailed(`the source answered with the manifest '${found.digest}' when asked for '${digest}'`);
  }
  try {
    return { ...found, ...manifestParts(found.text) };
  } catch (error) {
    throw copyFailed(`'${digest}' in the source is no manifest: ${errorMessage(error)}`, error);
  }
}

function missing(digest: Digest): Failure {
  return new Failure({
    code: 'image-missing',
    message: `the source doesn't have '${digest}'`,
    fix: 'push the image to the source again, or name another digest',
  });
}
