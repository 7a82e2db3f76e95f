import { run } from './run.ts';
import type { Step } from './steps.ts';

/** Starts what is not running yet, and learns how to reach it. */
export const bringUpCloud: Step = async (road, report) => {
  const next = 'read the message above, then run npm start again: what is done stays done';
  await run({ command: ['local-cloud', 'up', '--engine'], next, signal: road.signal, onLine: report });
  const text = await run({ command: ['local-cloud', 'env', '--json'], next: 'npx local-cloud status' });
  road.environment = JSON.parse(text) as Record<string, string>;
};
