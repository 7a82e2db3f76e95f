import { afterEach, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { readScanExceptions } from './read-scan-exceptions.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map(removeFolder));
});

async function read(content?: object | string) {
  const text = typeof content === 'object' ? JSON.stringify(content) : content;
  const folder = await temporaryFolder(text === undefined ? {} : { 'api/scan-exceptions.json': text });
  folders.push(folder);
  return readScanExceptions(folder, 'api');
}
const valid = { id: 'CVE-2024-1', package: 'zlib', owner: 'ops', reason: 'not reachable', expires: '2026-12-31' };

it('needs no file', async () => {
  expect(await read()).toEqual([]);
});

it('reads exceptions', async () => {
  expect(await read({ schemaVersion: 1, exceptions: [valid] })).toEqual([valid]);
});

it.each([
  ['{', /JSON/],
  [{ exceptions: [] }, /schemaVersion/],
  [{ schemaVersion: 1, exceptions: [{ ...valid, owner: ' ' }] }, /owner/],
  [{ schemaVersion: 1, exceptions: [{ ...valid, reason: undefined }] }, /reason/],
  [{ schemaVersion: 1, exceptions: [{ ...valid, expires: '2026-02-30' }] }, /expires/],
  [{ schemaVersion: 1, exceptions: [{ ...valid, until: 'ever' }] }, /until/],
])('refuses %j, and says why', async (content, words) => {
  const failure: unknown = await read(content).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'exceptions-invalid' });
  expect(String(failure)).toMatch(words);
});
