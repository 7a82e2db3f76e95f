import { expect } from '@jest/globals';
import { parseImageRecord } from '@slipway/images';
import type { Digest } from '@slipway/images';
import type { MemoryLedger } from '@slipway/deployments/testing';
import type { MemoryRecordStore } from '../../records/memory-record-store.ts';
import type { MemoryImageRegistry } from '../../registry/memory-image-registry.ts';

export interface Ends {
  readonly dev: MemoryImageRegistry;
  readonly prod: MemoryImageRegistry;
  readonly ledgers: { readonly dev: MemoryLedger; readonly prod: MemoryLedger };
  readonly records: MemoryRecordStore;
}

/** Whoever reads at this moment is told nothing wrong: what ledgers, records and tags name is there, whole. */
export async function expectReadable({ dev, prod, ledgers, records }: Ends): Promise<void> {
  for (const [registry, ledger] of [
    [dev, ledgers.dev],
    [prod, ledgers.prod],
  ] as const) {
    const named = (await ledger.entries('api')).map(({ digest }) => digest);
    for (const digest of [...named, ...Object.values(registry.tagged)]) await expectWhole(digest, registry);
  }
  for (const text of records.texts.values()) {
    const { record, findings } = parseImageRecord(text);
    expect(findings).toBeUndefined();
    if (record?.pushed !== undefined) await expectWhole(record.pushed.digest, dev);
  }
}

/** Manifest, config and layers are there. */
async function expectWhole(digest: Digest, registry: MemoryImageRegistry): Promise<void> {
  const manifest = await registry.manifest(digest);
  expect(manifest?.digest).toBe(digest);
  const { config, layers } = JSON.parse(manifest?.text ?? '') as Parts;
  for (const part of [config, ...layers]) expect(await registry.hasBlob(part.digest)).toBe(true);
}

interface Parts {
  readonly config: { readonly digest: Digest };
  readonly layers: readonly { readonly digest: Digest }[];
}
