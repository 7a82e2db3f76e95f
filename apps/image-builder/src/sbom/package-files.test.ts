import { buffer } from 'node:stream/consumers';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { Digest } from '@slipway/images';
import { pack } from 'tar-stream';
import { MemoryImageRegistry } from '../registry/memory-image-registry.ts';
import { putBlob } from '../testing/oci-parts.ts';
import { readPackageFiles } from './package-files.ts';

type Entries = readonly (readonly [path: string, content: string | null | { readonly link: string }])[];

/** A tar; null makes a folder, `link` a symbolic link. */
async function tar(entries: Entries): Promise<Buffer> {
  const made = pack();
  for (const [name, content] of entries) {
    if (content === null) made.entry({ name, type: 'directory' });
    else if (typeof content === 'string') made.entry({ name }, content);
    else made.entry({ name, type: 'symlink', linkname: content.link });
  }
  made.finalize();
  return buffer(made as never);
}

const registry = new MemoryImageRegistry();

async function read(...layers: readonly Entries[]): Promise<Record<string, string>> {
  const digests: Digest[] = [];
  for (const entries of layers) digests.push((await putBlob(registry, gzipSync(await tar(entries)), 'layer')).digest);
  return Object.fromEntries(await readPackageFiles(registry, digests));
}

const status = 'var/lib/dpkg/status';
const metadata = 'venv/lib/a-1.dist-info/METADATA';

describe('readPackageFiles', () => {
  it('reads only what says what is installed', async () => {
    const entries: Entries = [
      ['etc/', null],
      ['etc/os-release', 'ID=debian'],
      ['./var/lib/dpkg/status', 'a'],
      ['var/lib/dpkg/status.d/tzdata', 'b'],
      ['var/lib/dpkg/status.d/tzdata.md5sums', 'no'],
      ['var/lib/dpkg/status-old', 'no'],
      [metadata, 'c'],
      ['venv/lib/a-1.dist-info/RECORD', 'no'],
      ['usr/lib/python3/b.egg-info/PKG-INFO', 'd'],
    ];
    expect(await read(entries)).toEqual({
      'etc/os-release': 'ID=debian',
      [status]: 'a',
      'var/lib/dpkg/status.d/tzdata': 'b',
      [metadata]: 'c',
      'usr/lib/python3/b.egg-info/PKG-INFO': 'd',
    });
  });

  it('takes a file from the highest layer that has it', async () => {
    expect(await read([[status, 'old']], [['etc/', null]], [[status, 'new']])).toEqual({ [status]: 'new' });
  });

  // OCI image spec, layer changesets: whiteouts
  it.each<[string, Entries]>([
    ['a file', [['venv/lib/a-1.dist-info/.wh.METADATA', '']]],
    ['a folder above it', [['venv/.wh.lib', '']]],
    ['everything in a folder', [['venv/.wh..wh..opq', '']]],
    ['a folder that is a link now', [['venv/lib', { link: '/elsewhere' }]]],
    ['a file that is a link now', [[metadata, { link: '/elsewhere' }]]],
  ])('loses what a layer takes away: %s', async (_, entries) => {
    expect(
      await read(
        [
          [metadata, 'c'],
          [status, 's'],
        ],
        entries,
      ),
    ).toEqual({ [status]: 's' });
  });

  it('keeps what an opaque layer itself brings, wherever its mark stands', async () => {
    const entries: Entries = [
      [metadata, 'new'],
      ['venv/.wh..wh..opq', ''],
    ];
    expect(await read([['venv/lib/b-1.dist-info/METADATA', 'old']], entries)).toEqual({ [metadata]: 'new' });
  });

  it('keeps a folder that a layer only touches', async () => {
    expect(await read([[metadata, 'c']], [['venv/lib/', null]])).toEqual({ [metadata]: 'c' });
  });

  it('reads layers of every compression', async () => {
    const plain = await tar([[status, 'a'.repeat(200_000)]]);
    for (const content of [plain, gzipSync(plain), zstdCompressSync(plain)]) {
      const { digest } = await putBlob(registry, content, 'layer');
      expect((await readPackageFiles(registry, [digest])).get(status)).toHaveLength(200_000);
    }
  });

  it('reads an empty layer', async () => {
    expect(await read([])).toEqual({});
  });
});

describe('readPackageFiles, of what is no layer', () => {
  async function failure(content: Uint8Array, more = Buffer.alloc(0)): Promise<unknown> {
    const other = new MemoryImageRegistry();
    const { digest } = await putBlob(other, content, 'layer');
    other.readBlob = async function* () {
      yield await Promise.resolve(Buffer.concat([content, more]));
    };
    return readPackageFiles(other, [digest]).catch((error: unknown) => error);
  }

  it('refuses content that has another digest, also behind the end of the tar', async () => {
    const layer = gzipSync(await tar([[status, 'a']]));
    expect(await failure(layer, Buffer.from('x'))).toMatchObject({
      code: 'registry-failed',
      message: expect.stringMatching(
        /^the layer 'sha256:.*' can't be read: its content has the digest 'sha256:/,
      ) as unknown,
    });
    expect(await failure(await tar([[status, 'a']]), Buffer.alloc(512))).toMatchObject({ code: 'registry-failed' });
  });

  it.each([
    ['a broken archive', gzipSync(Buffer.alloc(2000, 'no tar'))],
    ['a broken compression', Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(100, 7)])],
    ['half a compressed layer', gzipSync(Buffer.alloc(2000)).subarray(0, 15)],
  ])('refuses %s', async (_, content) => {
    expect(await failure(content)).toMatchObject({ code: 'registry-failed' });
  });
});
