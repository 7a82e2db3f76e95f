import { homedir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { z } from 'zod';
import { Failure } from '../failure.ts';
import { readOptional } from '../read-optional.ts';
import type { Credentials, CredentialsOf } from './credentials.ts';

/** Logins as the docker command keeps them, for base images in private registries. They are only read. */
export function dockerConfigCredentials(env: Readonly<Record<string, string | undefined>>): CredentialsOf {
  const file = join(env['DOCKER_CONFIG'] ?? join(homedir(), '.docker'), 'config.json');
  return async (host) => {
    const { auths, credHelpers, credsStore } = await readConfig(file);
    const key = HUB_HOSTS.has(host) ? HUB_KEY : host;
    const helper = credHelpers[key] ?? (credsStore === '' ? undefined : credsStore);
    if (helper !== undefined) return askHelper(helper, key);
    const auth = auths[key]?.auth;
    return auth === undefined ? undefined : decode(auth);
  };
}

const HUB_HOSTS = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
const HUB_KEY = 'https://index.docker.io/v1/';

const schema = z.object({
  auths: z.record(z.string(), z.object({ auth: z.string().optional() })).default({}),
  credHelpers: z.record(z.string(), z.string()).default({}),
  credsStore: z.string().optional(),
});

async function readConfig(file: string): Promise<z.infer<typeof schema>> {
  try {
    return schema.parse(JSON.parse((await readOptional(file)) ?? '{}'));
  } catch (cause) {
    throw new Failure({
      code: 'settings-unreadable',
      message: `Docker's configuration '${file}' can't be read`,
      fix: "mend it, or make it anew with 'docker login'",
      cause,
    });
  }
}

function decode(auth: string): Credentials {
  const text = Buffer.from(auth, 'base64').toString();
  const colon = text.indexOf(':');
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

const answer = z.object({ Username: z.string(), Secret: z.string() });

async function askHelper(helper: string, host: string): Promise<Credentials | undefined> {
  const result = await execa(`docker-credential-${helper}`, ['get'], { input: host, reject: false });
  if (!result.failed) {
    const { Username, Secret } = answer.parse(JSON.parse(result.stdout));
    return { username: Username, password: Secret };
  }
  // The helpers' protocol has no code for "unknown host", only these words.
  if (result.stdout.includes('credentials not found')) return undefined;
  throw new Failure({
    code: 'settings-unreadable',
    message: `'docker-credential-${helper}' can't be asked for '${host}': ${result.shortMessage ?? result.stderr}`,
    fix: "install the credential helper, or log in again with 'docker login'",
  });
}
