import type { Cloud } from '../cloud.ts';
import type { ComponentName } from '../state/cloud-state.ts';
import { forgetProcess } from './forget-process.ts';
import { isAlive } from './is-alive.ts';
import { patience } from './patience.ts';
import { stopProcess } from './stop-process.ts';

/** Ends a component that `up` started. `false` when it wasn't running. */
export async function stopComponent(cloud: Cloud, name: ComponentName): Promise<boolean> {
  const record = (await cloud.state.read())?.processes[name];
  if (record === undefined) return false;
  const alive = await isAlive(record);
  await stopProcess({ ...record, patience: patience[name] });
  await forgetProcess(cloud, name);
  return alive;
}
