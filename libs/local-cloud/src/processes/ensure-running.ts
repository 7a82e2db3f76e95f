import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Cloud } from '../cloud.ts';
import type { ProcessRecord } from '../state/cloud-state.ts';
import type { Component } from './component.ts';
import { forgetProcess } from './forget-process.ts';
import { isAlive } from './is-alive.ts';
import { patience } from './patience.ts';
import { startProcess } from './start-process.ts';
import { stopProcess } from './stop-process.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/** `running`: it was there and answers; `restarted`: it had been started before and was dead, deaf or out of date. */
export type Outcome = 'running' | 'started' | 'restarted';

/** Makes sure that a component runs as described and answers. @throws CloudError with the end of its log when it doesn't. */
export async function ensureRunning(cloud: Cloud, component: Component): Promise<Outcome> {
  const fingerprint = fingerprintOf(component);
  const record = (await cloud.state.read())?.processes[component.name];
  if (record !== undefined && (await works(record, component, fingerprint))) return 'running';
  if (record !== undefined) await end(cloud, component, record);
  await start(cloud, component, fingerprint);
  return record === undefined ? 'started' : 'restarted';
}

async function works(record: ProcessRecord, component: Component, fingerprint: string): Promise<boolean> {
  return record.fingerprint === fingerprint && (await isAlive(record)) && (await component.answers());
}

async function end(cloud: Cloud, { name }: Component, record: ProcessRecord): Promise<void> {
  await stopProcess({ ...record, patience: patience[name] });
  await forgetProcess(cloud, name);
}

async function start(cloud: Cloud, component: Component, fingerprint: string): Promise<void> {
  const { name } = component;
  cloud.signal.throwIfAborted();
  const logFile = join(cloud.paths.logs, `${name}.log`);
  const identity = await startProcess({ ...component, logFile });
  cloud.started.push(name);
  // At once, so that `down` finds it even when we end before it's ready.
  const record = { ...identity, fingerprint };
  await cloud.state.update((state) => ({ ...state, processes: { ...state.processes, [name]: record } }));
  await waitUntilReady({ component, record, logFile, signal: cloud.signal });
}

function fingerprintOf({ command, arguments: words, settings }: Component): string {
  return createHash('sha256')
    .update(JSON.stringify([command, words, settings]))
    .digest('hex')
    .slice(0, 16);
}
