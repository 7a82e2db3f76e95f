import { join } from 'node:path';
import { errorMessage } from '@slipway/cli';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { readOptional } from '../read-optional.ts';
import type { World } from '../world.ts';
import { configSchemaIn } from './config-schema-in.ts';
import type { ContainerConfig } from './container-config.ts';

export const CONFIG_FILE = 'image.json';

/** Where the files are, and which environments they may name. */
export type ConfigWorld = Pick<World, 'specs' | 'workspace'>;

/**
 * The configuration of the container in a folder; all defaults when it has no file.
 * @throws Failure `configuration-invalid`, naming every wrong field, also an environment that there is not
 */
export async function readContainerConfig(
  { workspace, specs }: ConfigWorld,
  context: string,
): Promise<ContainerConfig> {
  const file = join(context, CONFIG_FILE);
  try {
    const text = (await readOptional(join(workspace, file))) ?? '{}';
    return configSchemaIn(Object.keys(specs)).parse(JSON.parse(text));
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
