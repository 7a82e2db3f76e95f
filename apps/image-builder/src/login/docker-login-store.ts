import { homedir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import type { Credentials } from '../credentials/credentials.ts';
import { Failure } from '../failure.ts';
import { readDockerConfig, writeDockerConfig } from './docker-config-file.ts';
import type { LoginPlace, LoginStore } from './login-store.ts';

/** Amazon's own helper: it asks ECR for a token when docker needs one, and keeps none. */
const ECR_HELPER = 'ecr-login';

/** Where the docker command keeps its logins: a credential helper, else its `config.json`. */
export class DockerLoginStore implements LoginStore {
  readonly #file: string;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#file = join(given(env['DOCKER_CONFIG']) ?? join(homedir(), '.docker'), 'config.json');
  }

  async placeOf(host: string): Promise<LoginPlace> {
    const helper = await this.#helper(host);
    if (helper === undefined) return { kind: 'file', name: this.#file };
    return { kind: helper === ECR_HELPER ? 'automatic' : 'helper', name: `docker-credential-${helper}` };
  }

  async keep(host: string, credentials: Credentials): Promise<LoginPlace> {
    const place = await this.placeOf(host);
    if (place.kind === 'automatic') return place;
    if (place.kind === 'helper') await giveToHelper(place.name, { host, credentials });
    await this.#enter(host, place.kind === 'file' ? { auth: encode(credentials) } : {});
    return place;
  }

  async #helper(host: string): Promise<string | undefined> {
    const { credHelpers = {}, credsStore } = await readDockerConfig(this.#file);
    return (Object.hasOwn(credHelpers, host) ? credHelpers[host] : undefined) ?? given(credsStore);
  }

  /** With a helper the entry is empty, as the docker command leaves it: an older password must not stay in the file. */
  async #enter(host: string, entry: { readonly auth?: string }): Promise<void> {
    const config = await readDockerConfig(this.#file);
    await writeDockerConfig(this.#file, { ...config, auths: { ...config.auths, [host]: entry } });
  }
}

/** An empty setting is none. */
function given(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function encode({ username, password }: Credentials): string {
  return Buffer.from(`${username}:${password}`).toString('base64');
}

/** The helpers' protocol: `store`, and one JSON object on standard input, which no process list shows. */
async function giveToHelper(
  command: string,
  { host, credentials }: { readonly host: string; readonly credentials: Credentials },
): Promise<void> {
  const { username, password } = credentials;
  const input = JSON.stringify({ ServerURL: host, Username: username, Secret: password });
  const result = await execa(command, ['store'], { input, reject: false });
  if (!result.failed) return;
  const words = [result.stdout, result.stderr, result.shortMessage].find(given)?.replaceAll(password, '***') ?? '';
  throw new Failure({
    code: 'settings-unreadable',
    message: `'${command}' does not keep the login of '${host}': ${words}`,
    fix: "install the credential helper, or take it out of Docker's config.json",
  });
}
