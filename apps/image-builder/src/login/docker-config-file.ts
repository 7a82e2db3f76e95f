import { mkdir, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode, errorMessage } from '@slipway/cli';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { readOptional } from '../read-optional.ts';
import { replaceFile } from '../replace-file.ts';

/** The parts of Docker's configuration that logins are in. Everything else is kept as it is. */
const schema = z.looseObject({
  auths: z.record(z.string(), z.looseObject({})).optional(),
  credHelpers: z.record(z.string(), z.string()).optional(),
  credsStore: z.string().optional(),
});

export type DockerConfig = z.infer<typeof schema>;

/** An empty configuration where there is no file. @throws Failure `settings-unreadable` */
export async function readDockerConfig(file: string): Promise<DockerConfig> {
  try {
    const text = await readOptional(file);
    // The docker command takes an empty file for an empty configuration, too.
    return text === undefined || text === '' ? {} : schema.parse(JSON.parse(text));
  } catch (cause) {
    throw settingsFailure(`Docker's configuration '${file}' can't be read: ${errorMessage(cause)}`, cause);
  }
}

/** Replaces the file as a whole, for its owner alone: whoever reads at the same time sees the old or the new one. A link stays a link, as with the docker command. */
export async function writeDockerConfig(file: string, config: DockerConfig): Promise<void> {
  try {
    const target = await realpath(file).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return file;
      throw error;
    });
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await replaceFile(target, `${JSON.stringify(config, null, '\t')}\n`, { mode: 0o600 });
  } catch (cause) {
    throw settingsFailure(`Docker's configuration '${file}' can't be written: ${errorMessage(cause)}`, cause);
  }
}

function settingsFailure(message: string, cause: unknown): Failure {
  const fix = 'mend the file or its rights, or set DOCKER_CONFIG to another folder';
  return new Failure({ code: 'settings-unreadable', message, fix, cause });
}
