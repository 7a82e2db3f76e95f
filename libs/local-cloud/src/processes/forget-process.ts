import type { Cloud } from '../cloud.ts';
import type { ComponentName } from '../state/cloud-state.ts';

/** Takes an ended component out of the state. */
export async function forgetProcess(cloud: Cloud, name: ComponentName): Promise<void> {
  await cloud.state.update(({ processes, ...state }) => {
    const rest = Object.entries(processes).filter(([key]) => key !== name);
    return { ...state, processes: Object.fromEntries(rest) };
  });
}
