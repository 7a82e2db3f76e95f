import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new folder that holds these files; `-> target` as content makes a link, `#!` at its start an executable. */
export async function temporaryFolder(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'image-builder-'));
  for (const [path, content] of Object.entries(files)) await put(join(folder, path), content);
  return folder;
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function put(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  if (content.startsWith('-> ')) return symlink(content.slice(3), file);
  await writeFile(file, content);
  if (content.startsWith('#!')) await chmod(file, 0o755);
}
