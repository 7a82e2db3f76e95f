import { startTicks } from './start-ticks.ts';

/** Whether this very process runs: the same id given to a later process doesn't count. */
export async function isAlive(record: { readonly pid: number; readonly startTicks: string }): Promise<boolean> {
  return (await startTicks(record.pid)) === record.startTicks;
}
