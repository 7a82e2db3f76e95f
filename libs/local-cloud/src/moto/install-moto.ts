import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudError } from '../cloud-error.ts';
import { findExecutable } from '../machine/find-executable.ts';
import { runCommand } from '../processes/run-command.ts';
import type { CommandResult } from '../processes/run-command.ts';

export interface InstallMotoOptions {
  /** Folder of the virtual environment. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

const lock = join(import.meta.dirname, 'requirements.lock');

/** Makes the virtual environment of moto from the lock. Does nothing when it's there. @throws CloudError. */
export async function installMoto({ folder, signal, say }: InstallMotoOptions): Promise<'there' | 'installed'> {
  const python = findExecutable('python3');
  if (python === undefined)
    throw new CloudError('"python3" is needed for the AWS emulator', { fix: 'install Python 3.10 or later' });
  const version = await runCommand([python, '--version'], { signal });
  const key = createHash('sha256')
    .update(version.output)
    .update(await readFile(lock))
    .digest('hex');
  const marker = join(folder, 'installed');
  if ((await readFile(marker, 'utf8').catch(() => undefined)) === key) return 'there';
  say('installing the AWS emulator (moto) with pip');
  await makeEnvironment(python, folder, signal);
  await installPackages(folder, signal);
  await writeFile(marker, key);
  return 'installed';
}

async function makeEnvironment(python: string, folder: string, signal: AbortSignal): Promise<void> {
  const made = await runCommand([python, '-m', 'venv', '--clear', folder], { signal });
  if (!made.succeeded) throw failure('python3 makes no virtual environment', made, 'install the package python3-venv');
}

async function installPackages(folder: string, signal: AbortSignal): Promise<void> {
  const pip = join(folder, 'bin', 'pip');
  // The lock is whole: without '--no-deps' pip 23 asks for the newest release of a package whose extra is needed, and misses its hash.
  const exactly = ['--require-hashes', '--no-deps', '--only-binary', ':all:'];
  const options = ['--disable-pip-version-check', '--quiet', '--requirement', lock];
  const installed = await runCommand([pip, 'install', ...exactly, ...options], { signal });
  if (installed.succeeded) return;
  throw failure(
    'pip could not install the AWS emulator',
    installed,
    "check that a Python package index can be reached: pip's own configuration (pip.conf, PIP_INDEX_URL, PIP_CERT) is used",
  );
}

function failure(message: string, result: CommandResult, fix: string): CloudError {
  return new CloudError(message, { fix, details: result.lines.slice(-8) });
}
