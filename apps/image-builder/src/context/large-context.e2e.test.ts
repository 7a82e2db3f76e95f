import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execa } from 'execa';
import { removeFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { packContext } from './pack-context.ts';

const PACK_FOLDER = join(import.meta.dirname, '../testing/pack-folder.ts');
/** More than 2^31, which is where 32 bits with a sign end. The file has no blocks, so it takes no room. */
const LARGE = 2_200_000_000;
/** More than 8 GiB, the most that the octal digits of a tar header can say (POSIX.1-1988, ustar). */
const HUGE = 9_000_000_000;
let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder({
    Dockerfile: 'FROM scratch\n',
    'data/large': '',
    huge: '',
    '.dockerignore': 'huge\n',
  });
  await truncate(join(folder, 'data/large'), LARGE);
  await truncate(join(folder, 'huge'), HUGE);
});
afterAll(async () => {
  await removeFolder(folder);
});

it('hashes and packs 2 GB in a fraction of that memory, whole, and says what makes it large', async () => {
  const packing = execa(process.execPath, [PACK_FOLDER, folder], { encoding: 'buffer', buffer: { stdout: false } });
  const { stdout } = await packing.pipe('tar', ['--list', '--verbose', '--file', '-']);
  expect(stdout.split('\n')).toContainEqual(expect.stringMatching(new RegExp(` ${LARGE} .* data/large$`)));
  const { warning, peakMemory } = JSON.parse(Buffer.from((await packing).stderr).toString()) as {
    warning: string;
    peakMemory: number;
  };
  expect(warning).toContain("2.2 GB: 2.2 GB in 'data/large'");
  expect(peakMemory).toBeLessThan(LARGE / 4);
});

it('says a size of more than 8 GiB right in the header', async () => {
  const file = { type: 'file', path: 'huge', executable: false, bytes: HUGE, sha256: 'not read to its end' } as const;
  const packing = packContext({ folder, dockerfile: '', entries: [file] });
  // The rest of the tar is missed by the command, which then ends with an error.
  const { stdout } = await execa('tar', ['--list', '--verbose', '--file', '-'], {
    input: await firstPart(packing),
    reject: false,
  });
  expect(stdout).toMatch(new RegExp(` ${HUGE} .* huge$`));
});

async function firstPart(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  for await (const part of parts) return part;
  throw new Error('there is nothing in it');
}
