import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { GatewaySettings } from '../gateway/gateway-settings.ts';
import { startGateway } from '../gateway/start-gateway.ts';

/** Runs the gateway in this process until it's told to end. `up` starts it; `file` holds its settings. */
export async function serve(file: string): Promise<void> {
  // Written by `up` of the same version.
  const settings = JSON.parse(await readFile(file, 'utf8')) as GatewaySettings;
  const gateway = await startGateway(settings);
  console.log(`serving on 127.0.0.1:${settings.port}`);
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await gateway.close();
  console.log('closed');
}
