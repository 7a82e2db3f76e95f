import { statfs } from 'node:fs/promises';
import { errorCode } from '@slipway/cli';
import { readOptional } from '../../read-optional.ts';
import type { Machine } from './machine.ts';

/** The machine of this process. */
export function thisMachine(env: Readonly<Record<string, string | undefined>>): Machine {
  return {
    nodeVersion: process.versions.node,
    variable: (name) => (env[name] === '' ? undefined : env[name]),
    readFile: readOptional,
    freeBytes: async (folder) => {
      try {
        const { bavail, bsize } = await statfs(folder);
        return bavail * bsize;
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}
