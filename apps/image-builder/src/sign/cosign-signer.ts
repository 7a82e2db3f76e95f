import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode, interrupted } from '@slipway/cli';
import { execa } from 'execa';
import type { RepositoryPlace } from '../ecr/repository-directory.ts';
import { Failure } from '../failure.ts';
import { cosignArguments } from './cosign-arguments.ts';
import type { SignRequest } from './signer.ts';

/** Signs by the command `cosign`, with the login of the place instead of this machine's own ones. */
export async function cosignSigner(request: SignRequest): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'image-builder-login-'));
  try {
    await writeFile(join(folder, 'config.json'), dockerConfig(request.place), { mode: 0o600 });
    await sign(request, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sign(request: SignRequest, folder: string): Promise<void> {
  const result = await execa('cosign', cosignArguments(request), {
    env: { DOCKER_CONFIG: folder },
    stdin: 'ignore',
    cancelSignal: request.signal,
    reject: false,
  });
  if (!result.failed) return;
  if (result.isCanceled) throw interrupted(result);
  throw errorCode(result) === 'ENOENT' ? toolMissing(result) : signingFailed(request, result);
}

/** A login as Docker's configuration holds it, where cosign looks. */
function dockerConfig({ uri, credentials: { username, password } }: RepositoryPlace): string {
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  return JSON.stringify({ auths: { [uri.split('/')[0] ?? uri]: { auth } } });
}

function toolMissing(cause: unknown): Failure {
  return new Failure({
    code: 'tool-missing',
    message: "there is no command 'cosign'",
    fix: 'install cosign 3 (https://docs.sigstore.dev/cosign/system_config/installation), and see that PATH leads to it',
    cause,
  });
}

interface Ended {
  readonly exitCode?: number;
  readonly stderr: string;
}

function signingFailed({ place, digest }: SignRequest, { exitCode, stderr }: Ended): Failure {
  return new Failure({
    code: 'signing-failed',
    message: `cosign did not sign '${place.uri}@${digest}'; it ended with ${exitCode ?? 'a signal'}: ${stderr}`,
    fix: 'read its words above; COSIGN_PASSWORD holds the password of a key in a variable',
  });
}
