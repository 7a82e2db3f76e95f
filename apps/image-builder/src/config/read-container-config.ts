import { join } from 'node:path';
import { errorMessage } from '@slipway/cli';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { readOptional } from '../read-optional.ts';
import { containerConfigSchema } from './container-config.ts';
import type { ContainerConfig } from './container-config.ts';

export const CONFIG_FILE = 'image.json';

/**
 * The configuration of the container in a folder; all defaults when it has no file.
 * @throws Failure `configuration-invalid`, naming every wrong field
 */
export async function readContainerConfig(workspace: string, context: string): Promise<ContainerConfig> {
  const file = join(context, CONFIG_FILE);
  try {
    return containerConfigSchema.parse(JSON.parse((await readOptional(join(workspace, file))) ?? '{}'));
  } catch (cause) {
    const words = cause instanceof z.ZodError ? z.prettifyError(cause) : errorMessage(cause);
    throw new Failure({
      code: 'configuration-invalid',
      message: `'${file}' is not a container's configuration: ${words}`,
      fix: 'mend the fields that are named; apps/image-builder/README.md lists them all',
      cause,
    });
  }
}
