import type { Cloud } from '../cloud.ts';
import { CloudError } from '../cloud-error.ts';
import { freePort } from './free-port.ts';
import { isAlive } from './is-alive.ts';

export interface PortChoice {
  readonly name: 'moto' | 'gateway';
  /** The one that the user asks for. @default the one of the last time if it's free, else any */
  readonly wanted?: number | undefined;
}

/** The port of a component, remembered in the state. @throws CloudError when the wanted one is taken. */
export async function choosePort(cloud: Cloud, { name, wanted }: PortChoice): Promise<number> {
  const state = await cloud.state.read();
  const last = state?.ports[name];
  const record = state?.processes[name];
  const inUse = record !== undefined && (await isAlive(record));
  if (inUse && last !== undefined && (wanted ?? last) === last) return last;
  const port = await freePort(wanted ?? last);
  if (wanted !== undefined && port !== wanted) throw taken(wanted);
  await cloud.state.update((before) => ({ ...before, ports: { ...before.ports, [name]: port } }));
  return port;
}

function taken(port: number): CloudError {
  return new CloudError(`port ${port} is taken by another process`, {
    fix: `find it with \`ss -ltnp sport = :${port}\`, or leave --port out to get a free one`,
  });
}
