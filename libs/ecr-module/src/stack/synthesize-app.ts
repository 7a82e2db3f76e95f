import type { EnvironmentSpec } from '@slipway/environments';
import { runSynthesis } from './run-synthesis.ts';
import { synthesize } from './synthesize.ts';

/** The whole `main` of an environment's app. */
export function synthesizeApp(spec: EnvironmentSpec): void {
  runSynthesis((options) => synthesize(spec, options));
}
