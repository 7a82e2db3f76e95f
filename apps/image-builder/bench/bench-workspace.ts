import { appendFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { hostSecrets } from '../src/secrets/build-secrets.ts';
import { testRepository } from '../src/testing/test-repository.ts';
import { temporaryFolder } from '../src/testing/temporary-folder.ts';

/** What the tools of Python leave behind in a folder. */
const LEFT_BEHIND = /\/(?:\.venv|\.\w+_cache|__pycache__)$/;

/** A workspace with the real containers, to change and commit in. */
export async function benchWorkspace(workspace: string): Promise<string> {
  const folder = await temporaryFolder({ 'nx.json': '{}', '.gitignore': 'dist\n' });
  for (const container of ['server', 'training'])
    await cp(join(workspace, container), join(folder, container), {
      recursive: true,
      filter: (path) => !LEFT_BEHIND.test(path),
    });
  await testRepository(folder);
  return folder;
}

/** Changes one file of the API, differently each time, and commits it. */
export async function touchOneFile(folder: string, change: number | string): Promise<void> {
  await appendFile(join(folder, 'server', 'retail_api', 'prediction.py'), `\nCHANGE = "${change}"\n`);
  const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.test'];
  await execa('git', [...identity, 'commit', '-qam', `change ${change}`], { cwd: folder });
}

/** The secrets that image-builder gives to a build, as files for the docker command. */
export async function secretFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = new Map<string, string>();
  const secrets = await hostSecrets({ platform: process.platform, home: homedir(), env: process.env })();
  for (const [id, content] of secrets) {
    files.set(id, join(folder, id));
    await writeFile(join(folder, id), content, { mode: 0o600 });
  }
  return files;
}
