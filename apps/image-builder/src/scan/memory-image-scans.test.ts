import { imageScansContract } from './image-scans.contract.ts';
import { MemoryImageScans } from './memory-image-scans.ts';
import { completeScan, vulnerability } from './testing/scan-states.ts';

const scans = new MemoryImageScans();
let count = 0;

imageScansContract(() => ({
  scans,
  push: () => {
    count += 1;
    const digest = `sha256:${String(count).padStart(64, '1')}`;
    scans.put(digest, [completeScan(vulnerability())]);
    return Promise.resolve({ region: 'us-east-1', repository: 'shop/api', digest });
  },
}));
