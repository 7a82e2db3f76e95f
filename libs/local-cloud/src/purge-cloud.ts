import { rm } from 'node:fs/promises';
import { unmountBelow } from './machine/unmount-below.ts';
import type { CloudPaths } from './state/cloud-paths.ts';

/** Removes a cloud's folders. @throws CloudError when an engine left something mounted there that is in use. */
export async function purgeCloud({ root, run }: CloudPaths): Promise<void> {
  await unmountBelow([root, run]);
  for (const folder of [root, run]) await rm(folder, { recursive: true, force: true });
}
