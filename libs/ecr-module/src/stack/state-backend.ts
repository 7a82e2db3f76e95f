import { S3Backend, type TerraformStack } from '../cdktf.ts';

export interface StateBackendProps {
  readonly bucket: string;
  readonly region: string;
  /** Object of this stack's state. */
  readonly key: string;
  /** Address S3 as `<endpoint>/<bucket>`, as emulators and private endpoints need it. */
  readonly pathStyle: boolean;
}

/** Keeps the state of a stack in S3: encrypted, and locked by a file beside it. */
export function stateBackend(stack: TerraformStack, { pathStyle, ...state }: StateBackendProps): void {
  new S3Backend(stack, { ...state, encrypt: true });
  // The bindings of 0.21 don't know these two arguments of the S3 backend yet.
  stack.addOverride('terraform.backend.s3.use_lockfile', true);
  if (pathStyle) stack.addOverride('terraform.backend.s3.use_path_style', true);
}
