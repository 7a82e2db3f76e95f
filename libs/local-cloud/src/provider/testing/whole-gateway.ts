import { startGateway } from '../../gateway/start-gateway.ts';
import { freePort } from '../../processes/free-port.ts';
import { DEV_ACCOUNT, type AccountGateway } from './account-gateway.ts';

/** The local cloud's own gateway before a moto, for what moto lacks. Without an image registry: nothing can be pushed. */
export async function startWholeGateway(target: string): Promise<AccountGateway> {
  const port = await freePort();
  const settings = { port, motoPort: Number(new URL(target).port), registrySocket: '', tokenSecret: 'fake' };
  const { close } = await startGateway({ ...settings, defaultAccount: DEV_ACCOUNT });
  return { url: `http://127.0.0.1:${port}`, close };
}
