import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { loadTinyBase } from '../testing/load-tiny-base.ts';
import { startOwnEngine } from '../testing/own-engine.ts';
import type { OwnEngine } from '../testing/own-engine.ts';
import { PROGRAM } from '../testing/program-file.ts';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { testRepository } from '../testing/test-repository.ts';

const BASE = 'slipway-test/tiny:base';
const MEGABYTES = 64;
let engine: OwnEngine;
let folder: string;

beforeAll(async () => {
  engine = await startOwnEngine(MEGABYTES);
  await loadTinyBase(engine.host, BASE);
});
afterAll(async () => {
  await engine.stop();
});
beforeEach(async () => {
  folder = await temporaryFolder({ 'nx.json': '{}', '.gitignore': 'dist\n', 'server/Dockerfile': 'FROM scratch\n' });
  await testRepository(folder);
});
afterEach(async () => {
  await removeFolder(folder);
});

async function dockerfile(line: string): Promise<void> {
  await writeFile(join(folder, 'server', 'Dockerfile'), `FROM ${BASE}\n${line}\n`);
}

function build() {
  const env = { DOCKER_HOST: engine.host };
  return execa(process.execPath, [PROGRAM, 'build', 'server'], { cwd: folder, env, reject: false });
}

async function records(): Promise<string[]> {
  return readdir(join(folder, 'dist', 'images')).catch(() => []);
}

it('fails when the engine is killed in a step, leaves no record, and is green when the engine is back', async () => {
  await dockerfile('RUN echo running && sleep 100000');
  const killed = build();
  // The loop goes on to the end of the output, which comes only when the program ends.
  for await (const line of killed.iterable({ from: 'stderr' })) if (line.endsWith('| running')) await engine.kill();
  const { exitCode, stderr } = await killed;
  expect(stderr).toMatch(/the Docker engine at '.*' ended the connection .*\n {2}fix: see that it runs/);
  expect({ exitCode, records: await records() }).toEqual({ exitCode: 3, records: [] });

  await engine.restart();
  await dockerfile('RUN echo running');
  expect((await build()).exitCode).toBe(0);
  expect(await records()).toEqual(['server.json']);
});

it("fails when the engine's disk is full, says what to free, leaves no record, and is green when there is room", async () => {
  await dockerfile('COPY big /big');
  await writeFile(join(folder, 'server', 'big'), Buffer.alloc(MEGABYTES * 1024 * 1024));
  const { exitCode, stderr } = await build();
  expect(stderr).toMatch(/no space left on device\n {2}fix: free disk space: 'docker builder prune'/);
  expect({ exitCode, records: await records() }).toEqual({ exitCode: 1, records: [] });

  await engine.resize(10 * MEGABYTES);
  expect((await build()).exitCode).toBe(0);
  expect(await records()).toEqual(['server.json']);
});
