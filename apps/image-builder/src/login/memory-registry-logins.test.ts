import { MemoryRegistryLogins } from './memory-registry-logins.ts';
import { registryLoginsContract } from './registry-logins.contract.ts';

registryLoginsContract(() => new MemoryRegistryLogins());
