import { z } from 'zod';

/** What a manifest says about other images of its repository. */
export interface ManifestLinks {
  /** Digests of the images of an index. */
  readonly children?: readonly string[];
  /** Digest of the image that this one is about, such as the one that it signs. */
  readonly subject?: string;
}

const descriptor = z.looseObject({ digest: z.string() });
/** OCI image specification, image index and image manifest: the parts that name others. */
const manifestSchema = z.looseObject({ manifests: z.array(descriptor).optional(), subject: descriptor.optional() });

/** The links of a manifest's text; undefined when it is no manifest. */
export function manifestLinks(text: string): ManifestLinks | undefined {
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { manifests, subject } = parsed.data;
  return {
    ...(manifests === undefined ? {} : { children: manifests.map(({ digest }) => digest) }),
    ...(subject === undefined ? {} : { subject: subject.digest }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
