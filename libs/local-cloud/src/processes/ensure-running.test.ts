import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Cloud } from '../cloud.ts';
import { openCloud } from '../open-cloud.ts';
import type { Component } from './component.ts';
import { ensureRunning } from './ensure-running.ts';
import { stopComponent } from './stop-component.ts';

let cloud: Cloud;

beforeEach(async () => {
  cloud = openCloud(await mkdtemp(join(tmpdir(), 'slipway-')));
});

afterEach(async () => {
  await stopComponent(cloud, 'moto');
  await rm(cloud.paths.root, { recursive: true });
});

function component(changes: Partial<Component> = {}): Component {
  return {
    name: 'moto',
    command: 'sleep',
    arguments: ['60'],
    environment: process.env,
    answers: () => Promise.resolve(true),
    readyWithin: 5,
    ...changes,
  };
}

it('starts a component once', async () => {
  expect(await ensureRunning(cloud, component())).toBe('started');
  expect(await ensureRunning(cloud, component())).toBe('running');
});

it('starts it again when it does not answer or was started with other settings', async () => {
  await ensureRunning(cloud, component());
  let asked = 0;
  expect(await ensureRunning(cloud, component({ answers: () => Promise.resolve(asked++ > 0) }))).toBe('restarted');
  expect(await ensureRunning(cloud, component({ settings: { port: 2 } }))).toBe('restarted');
});

it('shows the end of the log of one that ends', async () => {
  const failing = component({
    command: 'sh',
    arguments: ['-c', 'echo no port >&2; exit 3'],
    answers: () => Promise.resolve(false),
  });
  await expect(ensureRunning(cloud, failing)).rejects.toMatchObject({
    message: 'moto ended before it answered',
    details: ['no port'],
  });
});

it('remembers one that never answers, so that it can be ended', async () => {
  const deaf = component({ answers: () => Promise.resolve(false), readyWithin: 0.2 });
  await expect(ensureRunning(cloud, deaf)).rejects.toThrow('moto does not answer within 0.2 seconds');
  expect(await stopComponent(cloud, 'moto')).toBe(true);
});

it('says which program can not be started', async () => {
  await expect(ensureRunning(cloud, component({ command: '/nowhere/moto' }))).rejects.toThrow(
    '"/nowhere/moto" can\'t be started',
  );
});
