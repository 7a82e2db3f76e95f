import { MemoryRecordStore } from './memory-record-store.ts';
import { recordStoreContract } from './record-store.contract.ts';

recordStoreContract(() => new MemoryRecordStore());
