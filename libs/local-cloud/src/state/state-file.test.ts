import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { StateFile } from './state-file.ts';

let folder: string;
let file: StateFile;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-'));
  file = new StateFile(join(folder, 'state.json'));
});

afterEach(() => rm(folder, { recursive: true }));

it('has nothing before the first change', async () => {
  expect(await file.read()).toBeUndefined();
});

it('keeps what was there, readable by nobody else and without a trace of the writing', async () => {
  const first = await file.update((state) => ({ ...state, ports: { moto: 5000 } }));
  await file.update((state) => ({ ...state, ports: { ...state.ports, gateway: 5001 } }));
  expect(await file.read()).toEqual({ ...first, ports: { moto: 5000, gateway: 5001 } });
  expect((await stat(file.path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['state.json']);
});

it('makes a secret of its own for each cloud', async () => {
  const other = new StateFile(join(folder, 'other.json'));
  const secrets = [await file.update((state) => state), await other.update((state) => state)].map(
    ({ tokenSecret }) => tokenSecret,
  );
  expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(secrets[0]).not.toBe(secrets[1]);
});

it.each(['{', 'null', '{"version":2}', '{"version":1,"ports":{},"processes":null,"tokenSecret":"x"}'])(
  'refuses %s',
  async (text) => {
    await writeFile(file.path, text);
    await expect(file.read()).rejects.toThrow('is no state of this version of the local cloud');
  },
);
