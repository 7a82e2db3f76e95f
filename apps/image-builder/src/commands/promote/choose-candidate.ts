import { currentRelease, isDigest } from '@slipway/images';
import type { Digest, ReleaseEntry } from '@slipway/images';
import { Failure } from '../../failure.ts';
import type { EnvironmentEnd } from '../../release/open-end.ts';

/** Which image is asked for; nothing: the one that is released in the source environment, else the one that was tested last. */
export interface Choice {
  readonly digest?: string;
  readonly tag?: string;
}

/** @throws Failure `image-missing`, `plan-invalid` */
export async function chooseCandidate(
  { digest, tag }: Choice,
  source: Pick<EnvironmentEnd, 'registry' | 'place' | 'spec'>,
  entries: readonly ReleaseEntry[],
): Promise<Digest> {
  if (digest !== undefined) return requireDigest(digest);
  if (tag !== undefined) return (await source.registry.digestOf(tag)) ?? missing(`${source.place.uri}:${tag}`);
  const entry = currentRelease(entries) ?? entries.at(-1);
  if (entry !== undefined) return entry.digest;
  throw new Failure({
    code: 'image-missing',
    message: `nothing was released or tested in '${source.spec.name}' yet`,
    fix: `publish it there first, or name an image of '${source.place.uri}' by --tag or --digest`,
  });
}

function requireDigest(text: string): Digest {
  if (isDigest(text)) return text;
  const fix = "give 'sha256:' and 64 hexadecimal digits; for a tag there is --tag";
  throw new Failure({ code: 'plan-invalid', message: `'${text}' is no digest`, fix });
}

/** @throws Failure `image-missing` */
export function missing(name: string): never {
  const fix = "see what is there: 'image-builder list'; an image that expired has to be built again";
  throw new Failure({ code: 'image-missing', message: `there is no image '${name}'`, fix });
}
