import { environments } from '@slipway/environments';
import type { Cloud } from '../cloud.ts';
import { gatewayComponent } from '../gateway/gateway-component.ts';
import type { GatewaySettings } from '../gateway/gateway-settings.ts';
import { prepareGateway } from '../gateway/prepare-gateway.ts';
import { choosePort } from '../processes/choose-port.ts';
import { ensureRunning } from '../processes/ensure-running.ts';
import { registryFiles } from '../registry/registry-files.ts';
import type { CloudState } from '../state/cloud-state.ts';
import type { Step } from './step.ts';
import type { UpOptions } from './up-options.ts';

export function gatewayStep(cloud: Cloud, options: UpOptions): Step {
  return {
    title: 'gateway',
    run: async () => {
      const port = await choosePort(cloud, { name: 'gateway', wanted: options.port });
      const state = await cloud.state.update((before) => ({
        ...before,
        provider: options.provider ?? before.provider,
      }));
      const settings = settingsOf(cloud, state, port);
      await prepareGateway(cloud.paths, settings);
      const outcome = await ensureRunning(cloud, gatewayComponent(cloud.paths, settings));
      return `http://127.0.0.1:${port} ${outcome === 'running' ? 'is running' : outcome}, Terraform provider: ${state.provider}`;
    },
  };
}

function settingsOf({ paths }: Cloud, { ports, provider, tokenSecret }: CloudState, port: number): GatewaySettings {
  if (ports.moto === undefined) throw new Error('the gateway comes after moto, whose port is not known');
  return {
    port,
    motoPort: ports.moto,
    registrySocket: registryFiles(paths).socket,
    tokenSecret,
    defaultAccount: environments.dev.account,
    ...(provider === 'stand-in' ? { provider: { socketFolder: paths.run, cacheFolder: paths.providerCache } } : {}),
  };
}
