/** The main job, `npm start`: a fresh machine to a pushed API that answers a prediction, with no cloud account. */
import { execa } from 'execa';
import { Listr } from 'listr2';
import { stopRoad } from '../stop/stop-road.ts';
import type { Road } from './road.ts';
import { StepFailure } from './step-failure.ts';
import { steps } from './steps.ts';
import { summary } from './summary.ts';

const INTERRUPTED = 130;
const plain = process.env['CI'] !== undefined || !process.stdout.isTTY;
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Not once: execa ends this process when it finds no other listener than its own.
  process.on(signal, () => {
    interruption.abort();
  });
}

const road: Road = { environment: {}, images: [], times: [], signal: interruption.signal };
const { exitCode } = await execa('local-cloud', ['status'], { preferLocal: true, reject: false });
const wasUp = exitCode === 0;

try {
  await new Listr(steps, {
    ctx: road,
    registerSignalListeners: false,
    renderer: plain ? 'verbose' : 'default',
    rendererOptions: plain ? { logTitleChange: false } : { showErrorMessage: false },
  }).run();
  process.stdout.write(`\n${await summary(road)}\n`);
} catch (error) {
  if (interruption.signal.aborted) process.exitCode = await interrupted();
  else if (error instanceof StepFailure) process.exitCode = failed(error);
  else throw error;
}

function failed({ message }: StepFailure): number {
  if (!plain) process.stderr.write(`\n${message}\n`);
  return 1;
}

/** What was up before stays; what this start brought up goes. */
async function interrupted(): Promise<number> {
  process.stderr.write('\ninterrupted: ending what was started\n');
  if (!wasUp) await stopRoad();
  return INTERRUPTED;
}
