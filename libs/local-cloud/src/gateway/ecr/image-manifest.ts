/** The parts of an OCI or Docker manifest that ECR looks at. */
export interface ImageManifest {
  readonly mediaType?: string;
  readonly artifactType?: string;
  readonly config?: ManifestDescriptor;
  readonly layers?: readonly ManifestDescriptor[];
  /** Images of an index (a manifest list). */
  readonly manifests?: readonly ManifestDescriptor[];
  /** The image that this artifact is about. */
  readonly subject?: ManifestDescriptor;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface ManifestDescriptor {
  readonly mediaType?: string;
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
}
