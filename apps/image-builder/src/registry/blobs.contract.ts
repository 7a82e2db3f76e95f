import { beforeAll, expect, it } from '@jest/globals';
import { Failure } from '../failure.ts';
import { collect } from '../testing/collect.ts';
import { putBlob, sha256 } from '../testing/oci-parts.ts';
import type { ImageRegistry } from './image-registry.ts';
import { ABSENT } from './registry-setting.ts';
import type { RegistrySetting } from './registry-setting.ts';

/** What every image registry does with blobs. */
export function blobsContract(setting: () => RegistrySetting): void {
  let registry: ImageRegistry;
  beforeAll(() => {
    registry = setting().registry;
  });

  it('gives back a blob byte for byte, also one without content', async () => {
    for (const content of ['a blob', '']) {
      const blob = await putBlob(registry, content, 'text/plain');
      expect(await registry.hasBlob(blob.digest)).toBe(true);
      expect(Buffer.concat(await collect(registry.readBlob(blob.digest))).toString()).toBe(content);
    }
  });

  it('takes a blob that comes in pieces', async () => {
    const pieces = ['one ', 'two ', 'three'].map((piece) => Buffer.from(piece));
    const blob = sha256('one two three');
    await registry.writeBlob(blob, 13, () => ReadableStream.from(pieces));
    expect(Buffer.concat(await collect(registry.readBlob(blob))).toString()).toBe('one two three');
  });

  it('takes no blob whose content is another', async () => {
    const blob = sha256('promised');
    const write = registry.writeBlob(blob, 5, () => ReadableStream.from([Buffer.from('other')]));
    await expect(write).rejects.toMatchObject({ code: 'registry-failed' });
    expect(await registry.hasBlob(blob)).toBe(false);
  });

  it('passes on why the content broke off, and keeps nothing of it', async () => {
    const blob = sha256('promised');
    const reason = new Failure({ code: 'copy-failed', message: 'broken', fix: 'mend it' });
    await expect(registry.writeBlob(blob, 8, () => brokenOff('prom', reason))).rejects.toBe(reason);
    expect(await registry.hasBlob(blob)).toBe(false);
  });

  it('lacks a blob that was never sent', async () => {
    expect(await registry.hasBlob(ABSENT)).toBe(false);
    await expect(collect(registry.readBlob(ABSENT))).rejects.toMatchObject({ name: 'Failure' });
  });
}

async function* brokenOff(start: string, reason: Failure): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(Buffer.from(start));
  throw reason;
}
