import { AwsError } from '../aws-error.ts';
import { ContentRefusal } from '../content-refusal.ts';
import type { NewImage } from '../control-plane.ts';
import { manifestDigest } from '../manifest-digest.ts';
import { storeImage } from '../store-image.ts';
import type { EcrCall } from './ecr-call.ts';
import { parseManifest } from './parse-manifest.ts';
import { repositoryOf } from './repository-of.ts';

/** Adds a manifest whose layers were pushed before, or a tag to an image. */
export async function putImage(call: EcrCall): Promise<object> {
  const id = repositoryOf(call);
  const image = newImage(call);
  const outcome = await storeImage(call.context, id, image).catch(inWordsOfTheApi);
  if (outcome === 'there') throw alreadyThere(call, image);
  return {
    image: {
      registryId: id.account,
      repositoryName: id.name,
      imageId: { imageDigest: image.digest, imageTag: image.tag },
      imageManifest: image.manifest,
      imageManifestMediaType: image.mediaType,
    },
  };
}

function newImage({ input }: EcrCall): NewImage {
  const manifest = input.text('imageManifest');
  const digest = manifestDigest(manifest);
  const wanted = input.optionalText('imageDigest') ?? digest;
  if (wanted !== digest)
    throw new AwsError(
      'ImageDigestDoesNotMatchException',
      `The specified image digest '${wanted}' is not '${digest}', that of the manifest`,
    );
  const mediaType = input.optionalText('imageManifestMediaType') ?? parseManifest(manifest)?.mediaType;
  if (mediaType === undefined)
    throw new AwsError('InvalidParameterException', 'image manifest mediatype not provided in manifest or parameter');
  return { manifest, digest, mediaType, tag: validTag(input.optionalText('imageTag')) };
}

function validTag(tag: string | undefined): string | undefined {
  if (tag === undefined || /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/.test(tag)) return tag;
  throw new AwsError(
    'InvalidParameterException',
    `Invalid parameter at 'imageTag' failed to satisfy constraint: '${tag}' is no image tag`,
  );
}

function alreadyThere({ account, input }: EcrCall, { digest, tag }: NewImage): AwsError {
  const what = tag === undefined ? `digest '${digest}'` : `digest '${digest}' and tag '${tag}'`;
  return new AwsError(
    'ImageAlreadyExistsException',
    `Image with ${what} already exists in the repository with name '${input.text('repositoryName')}' in registry with id '${account}'`,
  );
}

function inWordsOfTheApi(cause: unknown): never {
  if (!(cause instanceof ContentRefusal)) throw cause;
  throw new AwsError(cause.layersMissing ? 'LayersNotFoundException' : 'InvalidParameterException', cause.message);
}
