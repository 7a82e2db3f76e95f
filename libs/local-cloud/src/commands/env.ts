import { cloudEnvironment } from '../environment/cloud-environment.ts';
import type { CloudEnvironmentOptions } from '../environment/cloud-environment.ts';
import { shellExports } from '../environment/shell-exports.ts';

export interface EnvCommandOptions extends CloudEnvironmentOptions {
  readonly json?: boolean;
}

/** Prints the variables for a shell, or as JSON. */
export async function env({ json = false, ...options }: EnvCommandOptions): Promise<void> {
  const variables = await cloudEnvironment(options);
  console.log(json ? JSON.stringify(variables, null, 2) : shellExports(variables));
}
