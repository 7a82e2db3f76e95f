import { MemoryDirectory } from './memory-directory.ts';
import { repositoryDirectoryContract } from './repository-directory.contract.ts';

const credentials = { username: 'AWS', password: 'fake' };
const place = { uri: 'host.test/shop/api', scheme: 'http:', account: '111111111111', region: 'us-east-1' } as const;
const directory = new MemoryDirectory({ 'us-east-1/shop/api': { ...place, credentials } });

repositoryDirectoryContract(() => ({ directory, region: 'us-east-1', name: 'shop/api' }));
