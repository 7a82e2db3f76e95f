import { loginStoreContract } from './login-store.contract.ts';
import { MemoryLoginStore } from './memory-login-store.ts';

loginStoreContract(() => {
  const store = new MemoryLoginStore();
  return Promise.resolve({ store, find: (host) => Promise.resolve(store.kept.get(host)) });
});
