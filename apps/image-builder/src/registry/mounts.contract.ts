import { beforeAll, expect, it } from '@jest/globals';
import { collect } from '../testing/collect.ts';
import { putBlob, sha256 } from '../testing/oci-parts.ts';
import type { ImageRegistry } from './image-registry.ts';
import type { RegistrySetting } from './registry-setting.ts';

/** How every image registry takes blobs over from another of its repositories. */
export function mountsContract(setting: () => RegistrySetting): void {
  let registry: ImageRegistry;
  beforeAll(() => {
    registry = setting().registry;
  });

  it('mounts a blob that another repository of the registry holds', async () => {
    const { name, registry: other } = setting().neighbour;
    const blob = await putBlob(other, 'held by the neighbour', 'text/plain');
    expect(await registry.hasBlob(blob.digest)).toBe(false);
    expect(await registry.mountBlob(blob.digest, name)).toBe(true);
    const content = Buffer.concat(await collect(registry.readBlob(blob.digest)));
    expect(content.toString()).toBe('held by the neighbour');
  });

  it('mounts nothing that the other repository lacks, and takes it by an upload then', async () => {
    const content = 'held by nobody';
    expect(await registry.mountBlob(sha256(content), setting().neighbour.name)).toBe(false);
    expect((await putBlob(registry, content, 'text/plain')).digest).toBe(sha256(content));
    expect(await registry.hasBlob(sha256(content))).toBe(true);
  });
}
