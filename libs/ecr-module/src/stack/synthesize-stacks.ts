import { checkEnvironment, type EnvironmentSpec } from '@slipway/environments';
import { hasErrors, type Finding } from '@slipway/findings';
import { App } from '../cdktf.ts';
import { SpecError } from './spec-error.ts';
import { withoutTokenTraces } from './without-token-traces.ts';

/** Adds the stack of one environment to the app. Its check found nothing worse than warnings. */
export type StackBuilder = (app: App, spec: EnvironmentSpec, warnings: readonly Finding[]) => void;

/**
 * Checks all specs, then writes the Terraform configuration of one stack for each.
 * @param outdir folder for `stacks/<name>/cdk.tf.json` and `manifest.json`
 * @returns the warnings of the checks
 * @throws SpecError with all findings of the first spec that has an error
 */
export function synthesizeStacks(specs: readonly EnvironmentSpec[], outdir: string, build: StackBuilder): Finding[] {
  const checked = specs.map((spec) => ({ spec, findings: checkEnvironment(spec) }));
  for (const { spec, findings } of checked) if (hasErrors(findings)) throw new SpecError(spec.name, findings);
  withoutTokenTraces(() => {
    const app = new App({ outdir, stackTraces: false });
    for (const { spec, findings } of checked) build(app, spec, findings);
    app.synth();
  });
  return checked.flatMap(({ findings }) => findings);
}
