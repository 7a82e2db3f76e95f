import { mkdir, statfs } from 'node:fs/promises';
import { CloudError } from '../cloud-error.ts';

export interface MachineNeeds {
  readonly folder: string;
  /** Free disk space, in bytes. */
  readonly space: number;
}

/** @throws CloudError when this machine can't hold a local cloud. */
export async function checkMachine({ folder, space }: MachineNeeds): Promise<void> {
  if (process.platform !== 'linux')
    throw new CloudError(`the local cloud runs on Linux, not on "${process.platform}"`, {
      fix: 'run it in a container or a virtual machine',
    });
  await mkdir(folder, { recursive: true });
  const disk = await statfs(folder);
  const free = disk.bavail * disk.bsize;
  if (free < space) throw noSpace(folder, { free, space });
}

function noSpace(folder: string, { free, space }: { free: number; space: number }): CloudError {
  return new CloudError(`"${folder}" has ${gigabytes(free)} GB of free space and needs ${gigabytes(space)} GB`, {
    fix: 'free some, or choose another folder with --folder',
  });
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
