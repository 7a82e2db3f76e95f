import { AccountResolver } from './account-resolver.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { GatewaySettings } from './gateway-settings.ts';
import { KeyedLock } from './keyed-lock.ts';
import { KnownRepositories } from './known-repositories.ts';
import { MotoClient } from './moto-client.ts';
import { MotoControlPlane } from './moto-control-plane.ts';
import { MotoDocuments } from './moto-documents.ts';
import { RegistryContentStore } from './registry-content-store.ts';
import { registryRecordsIn } from './registry-records.ts';
import { TokenAuthority } from './token/token-authority.ts';

/** Connects the gateway's parts to moto and the registry. */
export function gatewayContextOf(settings: GatewaySettings): GatewayContext {
  const { port, motoPort, registrySocket, tokenSecret, defaultAccount } = settings;
  const moto = new MotoClient(motoPort);
  const controlPlane = new MotoControlPlane(moto);
  return {
    port,
    motoPort,
    registrySocket,
    accounts: new AccountResolver(defaultAccount, (accessKeyId) => moto.accountOf(accessKeyId)),
    controlPlane,
    records: registryRecordsIn(new MotoDocuments(moto)),
    content: new RegistryContentStore(registrySocket),
    knownRepositories: new KnownRepositories(controlPlane),
    locks: new KeyedLock(),
    tokens: new TokenAuthority(tokenSecret),
  };
}
