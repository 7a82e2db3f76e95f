import { readFile } from 'node:fs/promises';
import { CloudError } from '../cloud-error.ts';
import { runCommand } from '../processes/run-command.ts';
import { mountsBelow } from './mounts-below.ts';

/** Unmounts what is mounted inside folders, so that removing them removes nothing else. @throws CloudError when something is in use. */
export async function unmountBelow(folders: readonly string[]): Promise<void> {
  for (const mount of mountsBelow(folders, await readFile('/proc/self/mountinfo', 'utf8'))) {
    const result = await runCommand(['umount', mount]);
    if (result.succeeded) continue;
    const fix = 'end what uses it, then run the command again';
    throw new CloudError(`"${mount}" can't be unmounted`, { fix, details: result.lines });
  }
}
