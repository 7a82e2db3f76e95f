export { ledgerContract, testDigest, testEntry } from './ledger.contract.ts';
export { MemoryDeployedImages } from './memory-deployed-images.ts';
export { MemoryLedger } from './memory-ledger.ts';
export { removeBucket } from './remove-bucket.ts';
