import { chmod, lstat, mkdir, writeFile } from 'node:fs/promises';
import type { Cloud } from '../cloud.ts';
import { CloudError } from '../cloud-error.ts';
import { checkMachine } from '../machine/check-machine.ts';
import type { Step } from './step.ts';

// Measured: 0.1 GB without an engine; 3 GB with base images, both containers and the build cache.
const space = { plain: 0.5e9, withEngine: 3e9 };

/** Checks what can be known before anything is started, and makes the folders. */
export function machineStep({ paths, state }: Cloud, engine: boolean): Step {
  return {
    title: 'machine',
    run: async () => {
      await checkMachine({ folder: paths.root, space: engine ? space.withEngine : space.plain });
      await makePrivate(paths.run);
      await writeFile(paths.terraformConfig, '');
      await state.update((before) => before);
      return `state in ${paths.root}`;
    },
  };
}

/** The folder of sockets may lie in a folder that others can write: only one that is ours will do. */
async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.())
    throw new CloudError(`"${folder}" belongs to somebody else`, { fix: 'remove it' });
  await chmod(folder, 0o700);
}
