import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, errorMessage } from '@slipway/cli';
import { z } from 'zod';
import { Failure } from '../failure.ts';
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
    const text = await readFile(join(workspace, file), 'utf8').catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return '{}';
      throw error;
    });
    return containerConfigSchema.parse(JSON.parse(text));
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
