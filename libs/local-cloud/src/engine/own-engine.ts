import { CloudError } from '../cloud-error.ts';
import { aptInstall } from '../machine/apt-install.ts';
import { findExecutable } from '../machine/find-executable.ts';

export interface InstallEngineOptions {
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** The program of the Docker engine, installed if need be. @throws CloudError where we can't run one. */
export async function ownEngine({ signal, say }: InstallEngineOptions): Promise<string> {
  if (process.getuid?.() !== 0)
    throw new CloudError('no Docker engine answers, and only root can start one', {
      fix: 'start Docker, or set DOCKER_HOST to a running engine',
    });
  if (findExecutable('dockerd') === undefined || findExecutable('docker') === undefined)
    await aptInstall({ packages: ['docker.io'], purpose: 'building images', signal, say });
  const program = findExecutable('dockerd');
  if (program === undefined)
    throw new CloudError('"dockerd" is not there after its installation', { fix: 'install a Docker engine' });
  return program;
}
