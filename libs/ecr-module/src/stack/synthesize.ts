import { checkEnvironment, type EnvironmentSpec } from '@slipway/environments';
import { formatFindings, hasErrors, type Finding } from '@slipway/findings';
import { App } from '../cdktf.ts';
import { EnvironmentStack } from './environment-stack.ts';
import { withoutTokenTraces } from './without-token-traces.ts';

/** A spec that can't be deployed. Its message holds every finding; nothing was written. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
  readonly findings: readonly Finding[];

  constructor(environment: string, findings: readonly Finding[]) {
    super(`the spec of "${environment}" is not sound, so nothing was synthesized\n${formatFindings(findings)}`);
    this.findings = findings;
  }
}

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
  const findings = checkEnvironment(spec);
  if (hasErrors(findings)) throw new SpecError(spec.name, findings);
  withoutTokenTraces(() => {
    const app = new App({ outdir, stackTraces: false });
    new EnvironmentStack(app, spec, options);
    app.synth();
  });
  return findings;
}
