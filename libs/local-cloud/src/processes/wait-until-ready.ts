import { setTimeout as sleep } from 'node:timers/promises';
import { CloudError } from '../cloud-error.ts';
import type { ProcessRecord } from '../state/cloud-state.ts';
import type { Component } from './component.ts';
import { isAlive } from './is-alive.ts';
import { logTail } from './log-tail.ts';

export interface WaitOptions {
  readonly component: Component;
  readonly record: ProcessRecord;
  readonly logFile: string;
  readonly signal: AbortSignal;
}

/** Returns when the component answers. @throws CloudError with the end of its log when it ends or doesn't answer in time. */
export async function waitUntilReady({ component, record, logFile, signal }: WaitOptions): Promise<void> {
  const { name, readyWithin } = component;
  const deadline = Date.now() + readyWithin * 1000;
  while (Date.now() < deadline) {
    if (!(await isAlive(record))) throw await failure(`${name} ended before it answered`, logFile);
    if (await component.answers()) return;
    await sleep(50, undefined, { signal });
  }
  throw await failure(`${name} does not answer within ${readyWithin} seconds`, logFile);
}

async function failure(message: string, logFile: string): Promise<CloudError> {
  const details = await logTail(logFile);
  return new CloudError(message, { details, fix: `read its log "${logFile}", then run \`npx local-cloud up\` again` });
}
