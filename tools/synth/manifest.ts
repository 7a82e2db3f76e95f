import { readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOptional } from './read-optional.ts';

interface Manifest {
  readonly version: string;
  readonly stacks: Readonly<Record<string, unknown>>;
}

/**
 * Writes `<outdir>/manifest.json`, which tells the cdktf CLI the stacks, from what each app said of its own. Of two apps
 * that are synthesized at once, the one that ends last sees the other's.
 * @param apps folder with `<app>/manifest.json` for each synthesized app
 */
export async function writeManifest(apps: string, outdir: string): Promise<void> {
  const folders = (await readdir(apps)).sort();
  const read = await Promise.all(folders.map((folder) => readManifest(join(apps, folder, 'manifest.json'))));
  const manifests = read.filter((manifest) => manifest !== undefined);
  const merged = {
    version: manifests[0]?.version,
    stacks: Object.assign({}, ...manifests.map(({ stacks }) => stacks)) as unknown,
  };
  const temporary = join(outdir, `manifest.json.${process.pid}`);
  await writeFile(temporary, `${JSON.stringify(merged, null, 2)}\n`);
  await rename(temporary, join(outdir, 'manifest.json'));
}

async function readManifest(path: string): Promise<Manifest | undefined> {
  const text = await readOptional(path);
  return text === undefined ? undefined : (JSON.parse(text) as Manifest);
}
