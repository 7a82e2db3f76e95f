import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudError } from '../cloud-error.ts';
import { findExecutable } from '../machine/find-executable.ts';
import { runCommand } from '../processes/run-command.ts';

export interface FindRegistryOptions {
  /** Folder that the program is unpacked to when the machine has none. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** The program of the CNCF registry: the machine's own, else unpacked from Debian's package. @throws CloudError. */
export async function findRegistry(options: FindRegistryOptions): Promise<string> {
  const unpacked = join(options.folder, 'usr', 'bin', 'docker-registry');
  const found = findExecutable('docker-registry') ?? findExecutable(unpacked);
  return found ?? unpackRegistry(options);
}

/** Unpacks Debian's package without installing it: that needs no root and starts no service. @throws CloudError. */
export async function unpackRegistry({ folder, signal, say }: FindRegistryOptions): Promise<string> {
  if (findExecutable('apt-get') === undefined || findExecutable('dpkg-deb') === undefined) throw missing([]);
  say("unpacking Debian's package docker-registry");
  await mkdir(join(folder, '..'), { recursive: true });
  const temporary = await mkdtemp(`${folder}-`);
  await download(temporary, signal);
  const packages = (await readdir(temporary)).filter((name) => name.endsWith('.deb'));
  const unpacked = await runCommand(
    ['dpkg-deb', '--extract', join(temporary, packages[0] ?? ''), join(temporary, 'root')],
    { signal },
  );
  if (!unpacked.succeeded) throw missing(unpacked.lines);
  await rm(folder, { recursive: true, force: true });
  await rename(join(temporary, 'root'), folder);
  await rm(temporary, { recursive: true });
  return join(folder, 'usr', 'bin', 'docker-registry');
}

async function download(folder: string, signal: AbortSignal): Promise<void> {
  const words = ['apt-get', 'download', 'docker-registry'] as const;
  if ((await runCommand(words, { folder, signal })).succeeded) return;
  // A fresh container has no package lists; without root this changes nothing, and the error below says what to do.
  await runCommand(['apt-get', 'update'], { signal });
  const result = await runCommand(words, { folder, signal });
  if (!result.succeeded) throw missing(result.lines);
}

function missing(lines: readonly string[]): CloudError {
  return new CloudError('"docker-registry", the CNCF registry 2.8 or later, is needed for images', {
    fix: 'on Debian run `apt-get install docker-registry`; elsewhere put the program `registry` of CNCF Distribution on the PATH as `docker-registry`',
    details: lines.slice(-5),
  });
}
