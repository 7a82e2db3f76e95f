import { ledgerContract } from './ledger.contract.ts';
import { MemoryLedger } from './memory-ledger.ts';

const ledger = new MemoryLedger();
ledgerContract(() => ledger);
