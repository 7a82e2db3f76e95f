import type { ContainerConfig } from '../../config/container-config.ts';
import type { Severity } from '../../scan/severity.ts';

/** Where neither a flag nor `image.json` says another. */
export const DEFAULT_FAIL_ON: Severity = 'high';

export interface ThresholdQuestion {
  /** Of `--fail-on`. */
  readonly flag: Severity | undefined;
  readonly config: ContainerConfig;
  readonly environment: string;
}

/** The severity from which vulnerabilities are too much: the flag's, else that of the environment in `image.json`, else `high`. */
export function thresholdOf({ flag, config, environment }: ThresholdQuestion): Severity {
  const failOn = config.scan?.failOn ?? {};
  return flag ?? (Object.hasOwn(failOn, environment) ? failOn[environment] : undefined) ?? DEFAULT_FAIL_ON;
}
