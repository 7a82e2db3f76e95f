import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, errorMessage } from '@slipway/cli';
import { z } from 'zod';
import { deploymentsFailure } from '../deployments-failure.ts';
import type { DeployTargets } from './container-images.ts';
import { deploySchema } from './deploy-target.ts';

/** Of `image.json` only the part that says where the container is deployed; image-builder checks the rest. */
const schema = z.looseObject({ deploy: deploySchema.default({}) });

export interface DeployConfiguration {
  /** Root folder of the workspace. */
  readonly workspace: string;
  /** Names of all environments: one that there is not would be a deployment that nobody asks for its images. */
  readonly environments: readonly string[];
}

/**
 * Where the container in a folder is deployed, by its `image.json`; nowhere when it has none.
 * @throws Failure `configuration-invalid`
 */
export async function readDeployTargets(
  context: string,
  { workspace, environments }: DeployConfiguration,
): Promise<DeployTargets> {
  const file = join(context, 'image.json');
  try {
    const { deploy } = schema.parse(JSON.parse(await textOf(join(workspace, file))));
    const stranger = Object.keys(deploy).find((name) => !environments.includes(name));
    if (stranger !== undefined) throw new Error(`there is no environment '${stranger}'`);
    return deploy;
  } catch (cause) {
    const words = cause instanceof z.ZodError ? z.prettifyError(cause) : errorMessage(cause);
    const message = `'${file}' doesn't say where the container is deployed: ${words}`;
    const fix = "mend its section 'deploy'; docs/deploy.md lists the fields";
    throw deploymentsFailure({ code: 'configuration-invalid', message, fix, cause });
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '{}';
    throw error;
  }
}
