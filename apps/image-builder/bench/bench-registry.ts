import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDockerRegistry } from '../src/testing/docker-registry.ts';
import { startEcrStub } from '../src/testing/ecr-stub.ts';
import { removeFolder, temporaryFolder } from '../src/testing/temporary-folder.ts';
import type { Target } from './contenders/contender.ts';

export interface BenchRegistry extends Target {
  /** Digests of the blobs that a repository was given, layers and configurations. */
  readonly blobs: (repository: string) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** An empty registry, with what AWS's API says of it, so that a first push is one. */
export async function startBenchRegistry(account: string): Promise<BenchRegistry> {
  const { host, credentials, blobs, stop } = await startDockerRegistry();
  const ecr = await startEcrStub({ account, host, credentials });
  const auth = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
  const dockerConfig = await temporaryFolder();
  await writeFile(join(dockerConfig, 'config.json'), JSON.stringify({ auths: { [host]: { auth } } }), { mode: 0o600 });
  return {
    host,
    dockerConfig,
    variables: { AWS_ENDPOINT_URL_ECR: ecr.url },
    blobs,
    stop: async () => {
      await ecr.stop();
      await stop();
      await removeFolder(dockerConfig);
    },
  };
}
