import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildContext } from '../context/build-context.ts';
import { writeContext } from '../context/write-context.ts';
import type { Credentials } from '../credentials/credentials.ts';
import { BUILD_PATHS } from './buildctl-arguments.ts';
import type { BuildctlPlan } from './buildctl-arguments.ts';

export interface BuildFolderParts {
  readonly context: BuildContext;
  readonly secrets: ReadonlyMap<string, Uint8Array>;
  /** By host. */
  readonly logins: ReadonlyMap<string, Credentials>;
}

/** What `buildctl` reads for one build. */
export interface BuildFolder {
  readonly path: string;
  readonly secrets: BuildctlPlan['secrets'];
  /** For DOCKER_CONFIG: the logins of this build alone. */
  readonly dockerConfig: string;
}

/** Prepares a folder that only this user can read, and removes it when the work has ended, however it ends. */
export async function withBuildFolder<T>(
  parts: BuildFolderParts,
  work: (folder: BuildFolder) => Promise<T>,
): Promise<T> {
  // mkdtemp makes it with mode 0700
  const path = await mkdtemp(join(tmpdir(), 'image-builder-build-'));
  try {
    return await work(await fill(path, parts));
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

async function fill(path: string, { context, secrets, logins }: BuildFolderParts): Promise<BuildFolder> {
  const dockerConfig = join(path, 'docker');
  for (const name of [BUILD_PATHS.context, BUILD_PATHS.dockerfile, 'secrets', 'docker']) await mkdir(join(path, name));
  await writeContext(context, join(path, BUILD_PATHS.context));
  await writeFile(join(path, BUILD_PATHS.dockerfile, 'Dockerfile'), context.dockerfile);
  await writeFile(join(path, BUILD_PATHS.dockerfile, 'Dockerfile.dockerignore'), NOTHING_MORE);
  await writeFile(join(dockerConfig, 'config.json'), JSON.stringify({ auths: authsOf(logins) }), { mode: 0o600 });
  return { path, secrets: await writeSecrets(path, secrets), dockerConfig };
}

/** Goes before the context's own .dockerignore, which has been applied: a second time it would hide the Dockerfile, too. */
const NOTHING_MORE = '# what is in the context counts, all of it\n';

async function writeSecrets(path: string, secrets: BuildFolderParts['secrets']): Promise<BuildctlPlan['secrets']> {
  const written = [...secrets].map(([id, content], index) => ({ id, content, file: join('secrets', String(index)) }));
  for (const { file, content } of written) await writeFile(join(path, file), content, { mode: 0o600 });
  return written.map(({ id, file }) => ({ id, file }));
}

function authsOf(logins: BuildFolderParts['logins']): Record<string, { readonly auth: string }> {
  const entries = [...logins].map(([host, { username, password }]) => {
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    return [host === 'docker.io' ? HUB_KEY : host, { auth }] as const;
  });
  return Object.fromEntries(entries);
}

/** What Docker's configuration calls Docker Hub. */
const HUB_KEY = 'https://index.docker.io/v1/';
