import { describe, expect, it } from '@jest/globals';
import type { ImageRecord } from '@slipway/images';
import { Failure } from '../failure.ts';
import { developCommit } from '../testing/test-world.ts';
import { printRecords } from './print-records.ts';

const record: ImageRecord = {
  schemaVersion: 1,
  container: 'api',
  repository: 'shop/api',
  imageId: `sha256:${'1'.repeat(64)}`,
  tags: [{ name: 'dev-1', moving: false }],
  inputsHash: 'a'.repeat(64),
  git: developCommit,
  size: { uncompressed: 2_000_000 },
  built: { fresh: true, milliseconds: 1500, steps: 4, cachedSteps: 3 },
};

async function print(json: boolean, work: () => Promise<ImageRecord[]>): Promise<string> {
  const printed: string[] = [];
  const shell = { print: (text: string) => printed.push(text), world: () => Promise.reject(new Error()) };
  await printRecords({ json, shell, work }).catch((error: unknown) => printed.push(`thrown: ${String(error)}`));
  return printed.join('');
}

describe('printRecords', () => {
  it('prints a table for people', async () => {
    expect(await print(false, () => Promise.resolve([record]))).toMatch(
      /api .*built in 1\.5 s.*dev-1.*sha256:111111111111 .*2 MB in the engine[^]*3 of 4 steps cached/,
    );
  });

  it('prints one JSON document', async () => {
    expect(JSON.parse(await print(true, () => Promise.resolve([record])))).toEqual(
      JSON.parse(JSON.stringify({ images: [record] })),
    );
  });

  it('prints a JSON document of a failure too, and throws it on', async () => {
    const text = await print(true, () =>
      Promise.reject(new Failure({ code: 'build-failed', message: 'no', fix: 'mend' })),
    );
    const [document = '', thrown] = text.split('thrown: ');
    expect(JSON.parse(document)).toEqual({ images: [], error: { code: 'build-failed', message: 'no', fix: 'mend' } });
    expect(thrown).toBe('Failure: no');
  });
});
