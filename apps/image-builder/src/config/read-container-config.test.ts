import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { testSpecs } from '../testing/test-world.ts';
import { readContainerConfig } from './read-container-config.ts';

async function read(text?: string) {
  const workspace = await temporaryFolder();
  await mkdir(join(workspace, 'api'));
  if (text !== undefined) await writeFile(join(workspace, 'api', 'image.json'), text);
  return readContainerConfig({ workspace, specs: testSpecs }, 'api');
}

it('needs no file', async () => {
  expect(await read()).toEqual(await read('{}'));
});

it.each([
  ['{ "sacn": {} }', /sacn/],
  ['{', /JSON/],
  ['[]', /expected object/],
])('refuses %s, and says why', async (text, message) => {
  const failure: unknown = await read(text).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'configuration-invalid' });
  expect(String(failure)).toMatch(message);
});
