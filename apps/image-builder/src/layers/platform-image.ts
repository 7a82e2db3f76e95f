import type { Digest } from '@slipway/images';
import { environmentVariable } from './environment-variable.ts';
import { historyLine } from './history-line.ts';
import type { ConfigDocument, ImageManifest } from './image-schemas.ts';
import { platformName } from './platform-name.ts';
import type { ImageConfig, Layer, PlatformImage } from './stored-image.ts';

export interface ImageParts {
  readonly digest: Digest;
  readonly manifest: ImageManifest;
  readonly document: ConfigDocument;
}

/** The image of one platform, from its manifest and its config. */
export function platformImage({ digest, manifest, document }: ImageParts): PlatformImage {
  return {
    platform: platformName(document),
    digest,
    imageId: manifest.config.digest,
    config: imageConfig(document),
    layers: layersOf(manifest, document),
    compressedBytes: [manifest.config, ...manifest.layers].reduce((sum, { size }) => sum + size, 0),
  };
}

function imageConfig({ created, config }: ConfigDocument): ImageConfig {
  return {
    created,
    labels: config?.Labels ?? {},
    user: config?.User ?? undefined,
    workingDirectory: config?.WorkingDir ?? undefined,
    entrypoint: config?.Entrypoint ?? [],
    command: config?.Cmd ?? [],
    environment: (config?.Env ?? []).map(environmentVariable),
    ports: Object.keys(config?.ExposedPorts ?? {}),
    volumes: Object.keys(config?.Volumes ?? {}),
  };
}

/** Entries of history that made a layer are in the order of the layers (OCI image spec, `history`). */
function layersOf({ layers }: ImageManifest, { history }: ConfigDocument): Layer[] {
  const lines = (history ?? []).filter(({ empty_layer: empty }) => empty !== true).map((entry) => entry.created_by);
  const isComplete = lines.length === layers.length;
  return layers.map(({ digest, size }, index) => {
    const line = isComplete ? lines[index] : undefined;
    return { digest, bytes: size, madeBy: line === undefined ? undefined : historyLine(line) };
  });
}
