import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** How the program was called, and what it found. */
export interface BuildctlCall {
  readonly args: readonly string[];
  readonly folder: string;
  /** Docker's configuration. */
  readonly config: unknown;
  /** Paths in the context. */
  readonly files: readonly string[];
  /** Contents of the files of the secrets. */
  readonly secrets: readonly string[];
}

export interface FakeBuildctl {
  readonly folder: string;
  readonly program: string;
  calls(): Promise<readonly BuildctlCall[]>;
}

/** An executable that is called like `buildctl build`, builds the simplest images, and writes down how it was called. */
export async function fakeBuildctl(): Promise<FakeBuildctl> {
  const behind = join(import.meta.dirname, 'fake-buildctl-program.ts');
  const script = `#!/bin/sh\nexec '${process.execPath}' '${behind}' "$(dirname "$0")/calls.jsonl" "$@"\n`;
  const folder = await temporaryFolder({ buildctl: script, 'calls.jsonl': '' });
  return {
    folder,
    program: join(folder, 'buildctl'),
    calls: async () => {
      const lines = (await readFile(join(folder, 'calls.jsonl'), 'utf8')).split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as BuildctlCall);
    },
  };
}
