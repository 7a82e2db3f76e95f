import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execa } from 'execa';

const MAKE_VENV = join(import.meta.dirname, 'make_venv.py');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'venv-'));
  await mkdir(join(folder, 'project'));
  await mkdir(join(folder, 'index'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Puts a package without modules into the index. @returns its line of a lock */
async function release(name: string, version: string, ...metadata: readonly string[]): Promise<string> {
  const info = `${name}-${version}.dist-info`;
  const wheel = join(folder, 'index', `${name}-${version}-py3-none-any.whl`);
  await mkdir(join(folder, info));
  const files = {
    METADATA: ['Metadata-Version: 2.1', `Name: ${name}`, `Version: ${version}`, ...metadata],
    WHEEL: ['Wheel-Version: 1.0', 'Root-Is-Purelib: true', 'Tag: py3-none-any'],
    RECORD: [`${info}/METADATA,,`, `${info}/WHEEL,,`, `${info}/RECORD,,`],
  };
  for (const [file, lines] of Object.entries(files)) await writeFile(join(folder, info, file), `${lines.join('\n')}\n`);
  await execa('python3.11', ['-m', 'zipfile', '-c', wheel, `${info}/`], { cwd: folder });
  const sha256 = createHash('sha256')
    .update(await readFile(wheel))
    .digest('hex');
  return `${name}==${version} --hash=sha256:${sha256}`;
}

/** From an index that has what was released, and nothing else. */
async function makeVenv(...lock: readonly string[]) {
  await writeFile(join(folder, 'project', 'requirements-dev.txt'), `${lock.join('\n')}\n`);
  return await execa('python3.11', [MAKE_VENV, join(folder, 'project')], {
    env: { PIP_NO_INDEX: '1', PIP_FIND_LINKS: join(folder, 'index'), PIP_CONFIG_FILE: '/dev/null' },
    reject: false,
  });
}

async function installed(): Promise<string[]> {
  const pip = join(folder, 'project', '.venv', 'bin', 'pip');
  const { stdout } = await execa(pip, ['list', '--format=freeze', '--exclude=pip', '--exclude=setuptools']);
  return stdout.split('\n');
}

describe('make_venv', () => {
  it('installs the versions of the lock, also where an extra of a newer one would do', async () => {
    const lock = [
      await release('coverage', '1.0', 'Provides-Extra: toml'),
      await release('plugin', '1.0', 'Requires-Dist: coverage[toml]>=1.0'),
    ];
    await release('coverage', '1.1', 'Provides-Extra: toml');
    const { stderr, exitCode } = await makeVenv(...lock);
    expect({ stderr, exitCode }).toMatchObject({ exitCode: 0 });
    expect(await installed()).toEqual(['coverage==1.0', 'plugin==1.0']);
  }, 60_000);

  it('refuses a lock without a package that another one needs', async () => {
    await release('coverage', '1.0');
    const lock = await release('plugin', '1.0', 'Requires-Dist: coverage>=1.0');
    const { stdout, exitCode } = await makeVenv(lock);
    expect(exitCode).not.toBe(0);
    expect(stdout).toContain('plugin 1.0 requires coverage, which is not installed.');
  }, 60_000);
});
