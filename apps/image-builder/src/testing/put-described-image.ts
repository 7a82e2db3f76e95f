import type { ImageRegistry } from '../registry/image-registry.ts';
import { putBlob, putManifest, sha256 } from './oci-parts.ts';
import type { Descriptor } from './oci-parts.ts';

export interface DescribedLayer {
  readonly content: string;
  /** `created_by` of its line of history. */
  readonly madeBy?: string;
}

export interface DescribedImage {
  /** @default the image has no tag */
  readonly tag?: string;
  readonly layers?: readonly DescribedLayer[];
  readonly labels?: Readonly<Record<string, string>>;
  /** Further fields of the config's `config`, such as `User`. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Lines of history without a layer, before those of the layers. */
  readonly emptyLines?: readonly string[];
  readonly architecture?: string;
}

/** Stores an image with a full config through the port, so in the fake and in a real registry alike (OCI image spec). */
export async function putDescribedImage(registry: ImageRegistry, image: DescribedImage): Promise<Descriptor> {
  const layers: Descriptor[] = [];
  for (const { content } of image.layers ?? [])
    layers.push(await putBlob(registry, content, 'application/vnd.oci.image.layer.v1.tar'));
  const config = await putBlob(registry, JSON.stringify(configOf(image)), 'application/vnd.oci.image.config.v1+json');
  const stored = await putManifest(registry, 'application/vnd.oci.image.manifest.v1+json', { config, layers });
  if (image.tag !== undefined) await registry.addTag(stored.digest, image.tag);
  return stored;
}

function configOf({ layers = [], labels, config, emptyLines = [], architecture = 'amd64' }: DescribedImage): object {
  return {
    os: 'linux',
    architecture,
    config: { ...config, ...(labels === undefined ? {} : { Labels: labels }) },
    rootfs: { type: 'layers', diff_ids: layers.map(({ content }) => sha256(content)) },
    history: [
      ...emptyLines.map((line) => ({ created_by: line, empty_layer: true })),
      ...layers.map(({ madeBy }) => (madeBy === undefined ? {} : { created_by: madeBy })),
    ],
  };
}
