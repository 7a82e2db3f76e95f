import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundle } from '@slipway/bundle';
import { writeManifest } from './manifest.ts';
import { runApp } from './run-app.ts';

/**
 * Runs cdktf apps, each of one or more stacks. Each writes its own folder first, so an unsound spec leaves `outdir` as it was.
 * @returns exit code: 0 when all of them were synthesized
 */
export async function synthesizeApps(names: readonly string[], outdir: string): Promise<number> {
  const apps = join('dist', 'synth');
  const codes = await Promise.all(names.map((name) => synthesizeOne(name, join(apps, name))));
  if (codes.some((code) => code !== 0)) return 1;
  await Promise.all(names.map((name) => publishStacks(join(apps, name, 'stacks'), join(outdir, 'stacks'))));
  await writeManifest(apps, outdir);
  return 0;
}

/** Into a folder of this process first: what is in `outdir` is always whole, also for another synthesis that looks. */
async function synthesizeOne(name: string, outdir: string): Promise<number> {
  const file = join('dist', 'apps', `${name}.cjs`);
  await bundle({ entry: join('apps', name, 'src', 'main.ts'), outfile: file });
  const working = join('dist', 'synthesizing', `${name}.${process.pid}`);
  await mkdir(working, { recursive: true });
  const code = await runApp(file, working);
  await rm(code === 0 ? outdir : working, { recursive: true, force: true });
  if (code !== 0) return code;
  await mkdir(dirname(outdir), { recursive: true });
  await rename(working, outdir);
  return 0;
}

async function publishStacks(from: string, to: string): Promise<void> {
  const stacks = await readdir(from);
  await Promise.all(stacks.map((stack) => publish(join(from, stack), join(to, stack))));
}

/** Replaces file by file: the folder also holds Terraform's own `.terraform`, which stays. */
async function publish(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const file of await readdir(from)) {
    const temporary = join(to, `${file}.${process.pid}`);
    await copyFile(join(from, file), temporary);
    await rename(temporary, join(to, file));
  }
}
