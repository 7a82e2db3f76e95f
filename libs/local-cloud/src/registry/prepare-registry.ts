import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { answersAt } from '../processes/answers-at.ts';
import type { CloudPaths } from '../state/cloud-paths.ts';
import { registryConfig } from './registry-config.ts';
import { registryFiles } from './registry-files.ts';

/** Writes the registry's configuration, and removes the socket that an ended one left. */
export async function prepareRegistry(paths: CloudPaths, tokenSecret: string): Promise<void> {
  const { socket, config, storage } = registryFiles(paths);
  const secret = createHash('sha256').update(`uploads ${tokenSecret}`).digest('hex');
  await mkdir(storage, { recursive: true });
  await writeFile(config, JSON.stringify(registryConfig({ storage, socket, secret }), null, 2), { mode: 0o600 });
  if (!(await answersAt({ socketPath: socket }, '/v2/'))) await rm(socket, { force: true });
}
