import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeManifest } from './manifest.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manifest-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function app(name: string): Promise<void> {
  await mkdir(join(folder, 'apps', name), { recursive: true });
  await writeFile(
    join(folder, 'apps', name, 'manifest.json'),
    JSON.stringify({ version: '1', stacks: { [name]: { name } } }),
  );
}

describe('writeManifest', () => {
  it('lists the stacks of every app, in the order of their names', async () => {
    await app('prod');
    await app('dev');
    await writeManifest(join(folder, 'apps'), folder);
    expect(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))).toEqual({
      version: '1',
      stacks: { dev: { name: 'dev' }, prod: { name: 'prod' } },
    });
  });

  it('leaves out an app that is being synthesized just now and says nothing of itself yet', async () => {
    await app('dev');
    await mkdir(join(folder, 'apps', 'prod'));
    await writeManifest(join(folder, 'apps'), folder);
    expect(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))).toMatchObject({ stacks: { dev: {} } });
  });
});
