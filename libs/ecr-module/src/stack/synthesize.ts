import type { EnvironmentSpec } from '@slipway/environments';
import type { Finding } from '@slipway/findings';
import { EnvironmentStack } from './environment-stack.ts';
import { synthesizeStacks } from './synthesize-stacks.ts';

export interface SynthesizeOptions {
  /** Folder for `stacks/<name>/cdk.tf.json` and `manifest.json`. */
  readonly outdir: string;
  /** Address the state bucket by path. @default false */
  readonly pathStyleState?: boolean;
}

/**
 * Writes the Terraform configuration of an environment.
 * @returns the warnings of the check
 * @throws SpecError with all findings when one of them is an error
 */
export function synthesize(spec: EnvironmentSpec, { outdir, ...options }: SynthesizeOptions): Finding[] {
  return synthesizeStacks([spec], outdir, (app, _, warnings) => {
    new EnvironmentStack(app, spec, { ...options, warnings });
  });
}
