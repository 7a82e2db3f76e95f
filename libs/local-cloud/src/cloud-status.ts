import { join } from 'node:path';
import { engineAnswers } from './engine/engine-answers.ts';
import { gatewayAnswers } from './gateway/gateway-answers.ts';
import { openCloud } from './open-cloud.ts';
import { answersAt } from './processes/answers-at.ts';
import { isAlive } from './processes/is-alive.ts';
import { registryFiles } from './registry/registry-files.ts';
import type { CloudPaths } from './state/cloud-paths.ts';
import type { CloudState, ComponentName, ProviderMode } from './state/cloud-state.ts';

export interface ComponentStatus {
  readonly name: ComponentName;
  /** Whether it runs and answers. */
  readonly healthy: boolean;
  /** Absent when it isn't running, and for an engine that isn't ours. */
  readonly pid?: number | undefined;
  readonly port?: number | undefined;
  readonly log: string;
}

export interface CloudStatus {
  /** Whether every component works. */
  readonly healthy: boolean;
  /** URL of the gateway. Absent when the cloud was never up. */
  readonly endpoint?: string | undefined;
  readonly provider?: ProviderMode | undefined;
  /** DOCKER_HOST of our own engine. */
  readonly dockerHost?: string | undefined;
  readonly components: readonly ComponentStatus[];
}

/** Looks at every component; changes nothing. */
export async function cloudStatus(root: string): Promise<CloudStatus> {
  const { paths, state: file } = openCloud(root);
  const state = await file.read();
  if (state === undefined) return { healthy: false, components: [] };
  const names: readonly ComponentName[] = [
    'moto',
    'registry',
    'gateway',
    ...(state.engine === undefined ? [] : ['engine' as const]),
  ];
  const components = await Promise.all(names.map((name) => look({ name, paths, state })));
  const port = state.ports.gateway;
  return {
    healthy: components.every(({ healthy }) => healthy),
    endpoint: port === undefined ? undefined : `http://127.0.0.1:${port}`,
    provider: state.provider,
    dockerHost: state.engine?.host,
    components,
  };
}

interface Subject {
  readonly name: ComponentName;
  readonly paths: CloudPaths;
  readonly state: CloudState;
}

async function look({ name, paths, state }: Subject): Promise<ComponentStatus> {
  const record = state.processes[name];
  const alive = record !== undefined && (await isAlive(record));
  const foreign = name === 'engine' && state.engine?.host === undefined;
  const healthy = (alive || foreign) && (await answers({ name, paths, state }));
  const port = name === 'moto' || name === 'gateway' ? state.ports[name] : undefined;
  return { name, healthy, pid: alive ? record.pid : undefined, port, log: join(paths.logs, `${name}.log`) };
}

function answers({ name, paths, state }: Subject): Promise<boolean> {
  switch (name) {
    case 'moto':
      return answersAt({ host: '127.0.0.1', port: state.ports.moto ?? 0 }, '/moto-api/');
    case 'registry':
      return answersAt({ socketPath: registryFiles(paths).socket }, '/v2/');
    case 'gateway':
      return gatewayAnswers(state.ports.gateway ?? 0);
    case 'engine':
      return engineAnswers({ host: state.engine?.host });
  }
}
