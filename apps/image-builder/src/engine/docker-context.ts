import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, errorMessage } from '@slipway/cli';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { readOptional } from '../read-optional.ts';
import { sha256 } from '../sha256.ts';

/** Where the engine of a Docker context is. */
export interface DockerContext {
  /** Such as `tcp://docker.test:2376`. */
  readonly host: string;
  readonly skipTlsVerify: boolean;
  readonly tls: TlsFiles;
}

export interface TlsFiles {
  readonly ca?: Buffer;
  readonly cert?: Buffer;
  readonly key?: Buffer;
}

/**
 * The name of the context that the docker command would use (Docker's documentation, "Docker contexts"): DOCKER_HOST stands before all,
 * then DOCKER_CONTEXT, then `currentContext` of its configuration; undefined for none.
 */
export async function chosenContext(
  env: Readonly<Record<string, string | undefined>>,
  configFolder: string,
): Promise<string | undefined> {
  const { DOCKER_CONTEXT: asked = '' } = env;
  const name = asked === '' ? await currentContext(join(configFolder, 'config.json')) : asked;
  return name === 'default' || name === '' ? undefined : name;
}

/** A context as the docker command stores it, in folders that the digest of its name names. @throws Failure `settings-unreadable` */
export async function readDockerContext(name: string, configFolder: string): Promise<DockerContext> {
  const folder = sha256(name).slice('sha256:'.length);
  const { Endpoints } = await parsed(join(configFolder, 'contexts', 'meta', folder, 'meta.json'), metaSchema, name);
  const { Host: host, SkipTLSVerify: skipTlsVerify } = Endpoints.docker;
  return { host, skipTlsVerify, tls: await readTls(join(configFolder, 'contexts', 'tls', folder, 'docker')) };
}

const metaSchema = z.object({
  Endpoints: z.object({ docker: z.object({ Host: z.string(), SkipTLSVerify: z.boolean().default(false) }) }),
});
const configSchema = z.object({ currentContext: z.string().optional() });

async function currentContext(file: string): Promise<string | undefined> {
  const text = await readOptional(file);
  try {
    return text === undefined || text === '' ? undefined : configSchema.parse(JSON.parse(text)).currentContext;
  } catch (cause) {
    throw unreadable(`Docker's configuration '${file}' can't be read: ${errorMessage(cause)}`, cause);
  }
}

async function parsed<T>(file: string, schema: z.ZodType<T>, name: string): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') throw unreadable(`there is no Docker context '${name}'`, cause);
    throw unreadable(`the Docker context '${name}' can't be read from '${file}': ${errorMessage(cause)}`, cause);
  }
}

async function readTls(folder: string): Promise<TlsFiles> {
  const files: Record<string, Buffer> = {};
  for (const name of ['ca', 'cert', 'key'] as const) {
    try {
      files[name] = await readFile(join(folder, `${name}.pem`));
    } catch (cause) {
      if (errorCode(cause) !== 'ENOENT') throw unreadable(`'${folder}' can't be read: ${errorMessage(cause)}`, cause);
    }
  }
  return files;
}

function unreadable(message: string, cause: unknown): Failure {
  return new Failure({
    code: 'settings-unreadable',
    message,
    fix: "'docker context ls' lists them, 'docker context use <name>' chooses one; or set DOCKER_CONTEXT or DOCKER_HOST",
    cause,
  });
}
