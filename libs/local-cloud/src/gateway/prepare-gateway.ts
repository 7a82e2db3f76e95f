import { writeFile } from 'node:fs/promises';
import type { CloudPaths } from '../state/cloud-paths.ts';
import type { GatewaySettings } from './gateway-settings.ts';

/** Writes the gateway's settings to a file, because a command line can be read by everybody. */
export async function prepareGateway({ gatewayConfig }: CloudPaths, settings: GatewaySettings): Promise<void> {
  await writeFile(gatewayConfig, JSON.stringify(settings, null, 2), { mode: 0o600 });
}
