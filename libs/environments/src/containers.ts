/** A container that this repository builds. */
export interface ContainerSpec {
  /** Name of the Nx project, and what `image-builder` is told to build. */
  readonly name: string;
  /** Folder of the Dockerfile and its context, from the workspace root. */
  readonly context: string;
  /** Repository that its images are pushed to, in every environment. */
  readonly repository: string;
}

/** Every container by its name. */
export const containers = {
  server: { name: 'server', context: 'server', repository: 'mlops/retail-api' },
  training: { name: 'training', context: 'training', repository: 'mlops/train-model' },
} as const satisfies Readonly<Record<string, ContainerSpec>>;
