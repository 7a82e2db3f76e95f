import { mkdir } from 'node:fs/promises';
import { execa } from 'execa';

/** A file system of its own, in memory, that can be full. */
export interface SmallDisk {
  resize(megabytes: number): Promise<void>;
  unmount(): Promise<void>;
}

/** Mounts one at this folder. It needs root. */
export async function mountSmallDisk(folder: string, megabytes: number): Promise<SmallDisk> {
  await mkdir(folder, { recursive: true });
  await execa('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'slipway-test', folder]);
  return {
    resize: async (size) => {
      await execa('mount', ['-o', `remount,size=${size}m`, folder]);
    },
    unmount: async () => {
      await execa('umount', [folder]);
    },
  };
}
