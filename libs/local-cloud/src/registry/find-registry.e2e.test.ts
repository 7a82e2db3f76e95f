import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { runCommand } from '../processes/run-command.ts';
import { unpackRegistry } from './find-registry.ts';

it("unpacks a registry that runs from Debian's package", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-'));
  const said: string[] = [];
  const { signal } = new AbortController();
  const program = await unpackRegistry({ folder: join(folder, 'program'), signal, say: (line) => said.push(line) });
  expect((await runCommand([program, '--version'])).output).toContain('docker/distribution');
  expect(said).toEqual(["unpacking Debian's package docker-registry"]);
  await rm(folder, { recursive: true });
});
