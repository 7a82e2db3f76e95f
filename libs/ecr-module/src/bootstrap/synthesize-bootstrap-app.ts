import type { EnvironmentSpec } from '@slipway/environments';
import { runSynthesis } from '../stack/run-synthesis.ts';
import { synthesizeStacks } from '../stack/synthesize-stacks.ts';
import { BootstrapStack } from './bootstrap-stack.ts';

/** The whole `main` of the bootstrap app: one stack for each environment, `bootstrap-<name>`. */
export function synthesizeBootstrapApp(environments: readonly EnvironmentSpec[]): void {
  runSynthesis(({ outdir, pathStyleState }) => {
    synthesizeStacks(environments, outdir, (app, spec) => {
      new BootstrapStack(app, spec, { environments, pathStyleState });
    });
    // What the checks warn of is in the environments' own stacks, and their apps print it.
    return [];
  });
}
