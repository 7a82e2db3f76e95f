import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudError } from '../../cloud-error.ts';
import { unmountBelow } from '../../machine/unmount-below.ts';
import { runCommand } from '../../processes/run-command.ts';
import { docker } from '../docker.ts';
import type { Docker } from '../docker.ts';
import { aptSettings } from './apt-settings.ts';
import type { BaseImage } from './base-image.ts';
import { baseRecipe } from './base-recipe.ts';
import { debianSources } from './debian-sources.ts';
import { hookPath } from './hook-path.ts';

export interface MakeBaseOptions {
  readonly engine: Docker;
  /** Label by which the image is known to be made from this recipe. */
  readonly label: string;
  /** Folder for a temporary file of the image's size. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

const { suite, epoch, leftOut } = baseRecipe;

/** Makes a base image from Debian packages and gives it to the engine. Needs root and mmdebstrap. @throws CloudError. */
export async function makeBase(image: BaseImage, options: MakeBaseOptions): Promise<void> {
  const folder = await mkdtemp(join(options.folder, 'base-'));
  const root = join(folder, 'root');
  const archive = join(folder, 'root.tar');
  const run = inOrder({ image, folder, signal: options.signal });
  try {
    await run([
      'mmdebstrap',
      ...(await bootstrapOptions(image, options.signal)),
      suite,
      root,
      ...(await debianSources(options.signal)),
    ]);
    await run([hookPath(image), root]);
    // Without /dev: the engine makes its own, and unpacking device nodes needs more rights.
    const order = ['--sort=name', `--mtime=@${epoch}`, '--numeric-owner', '--exclude=./dev/*'];
    await run(['tar', '--create', '--file', archive, '--directory', root, ...order, '.']);
    await importArchive(image, archive, options);
  } finally {
    // mmdebstrap cleans up unless it was killed.
    await unmountBelow([folder]);
    await rm(folder, { recursive: true });
  }
}

async function bootstrapOptions(image: BaseImage, signal: AbortSignal): Promise<readonly string[]> {
  return [
    '--format=directory',
    `--variant=${image.variant}`,
    `--include=${image.packages.join(',')}`,
    ...leftOut.map((folder) => `--dpkgopt=path-exclude=/usr/share/${folder}/*`),
    ...(await aptSettings(signal)).map((line) => `--aptopt=${line}`),
    // Without an installed base-files nothing else makes /bin a link to /usr/bin.
    ...(image.variant === 'extract' ? ['--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr'] : []),
  ];
}

interface Run {
  readonly image: BaseImage;
  /** For temporary files, so that nothing stays when a command is ended. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

function inOrder({ image, folder, signal }: Run): (words: readonly [string, ...string[]]) => Promise<void> {
  return async (words) => {
    const result = await runCommand(words, { signal, environment: { SOURCE_DATE_EPOCH: epoch, TMPDIR: folder } });
    if (!result.succeeded) throw failure(image, result.lines);
  };
}

async function importArchive(
  image: BaseImage,
  archive: string,
  { engine, label, signal }: MakeBaseOptions,
): Promise<void> {
  const changes = [`LABEL ${label}`, 'ENV LANG=C.UTF-8'].flatMap((change) => ['--change', change]);
  const result = await docker(engine, ['import', ...changes, archive, image.name], { signal });
  if (!result.succeeded) throw failure(image, result.lines);
}

function failure({ name }: BaseImage, lines: readonly string[]): CloudError {
  return new CloudError(`the base image "${name}" could not be made`, {
    fix: 'check that Debian packages can be fetched (`apt-get update`), then run `npx local-cloud up --engine` again',
    details: lines.slice(-8).map((line) => line.slice(0, 200)),
  });
}
