import { describe, expect, it } from '@jest/globals';
import type { SignRequest } from '../../sign/signer.ts';
import { putImage } from '../../testing/oci-parts.ts';
import { DEV_URI, testWorld } from '../../testing/test-world.ts';
import { runSign } from './run-sign.ts';

async function setting() {
  const { world, dev } = testWorld('/nowhere');
  const { digest } = await putImage(dev, ['layer']);
  await dev.addTag(digest, 'v1');
  const signed: SignRequest[] = [];
  const sign = (request: SignRequest): Promise<void> => {
    signed.push(request);
    return Promise.resolve();
  };
  const signing = { ...world, sign, signingEnvironment: { COSIGN_PRIVATE_KEY: 'fake' } };
  const options = { container: 'api', environment: 'dev', recordDir: 'records', publicLog: false, dryRun: false };
  return { world: signing, signed, digest, options: { ...options, reference: 'v1' } };
}

describe('runSign', () => {
  it('signs the digest under a tag, not the tag', async () => {
    const { world, signed, digest, options } = await setting();
    const report = await runSign(options, world);
    expect(report).toMatchObject({ result: 'signed', image: `${DEV_URI}@${digest}`, key: 'env://COSIGN_PRIVATE_KEY' });
    expect(signed).toMatchObject([{ digest, key: 'env://COSIGN_PRIVATE_KEY', publicLog: false }]);
  });

  it('signs nothing in a dry run', async () => {
    const { world, signed, options } = await setting();
    expect((await runSign({ ...options, dryRun: true }, world)).result).toBe('would be signed');
    expect(signed).toEqual([]);
  });

  it('asks for a key before anything else', async () => {
    const { world, signed, options } = await setting();
    const work = runSign({ ...options, reference: 'none' }, { ...world, signingEnvironment: {} });
    await expect(work).rejects.toMatchObject({ code: 'configuration-invalid' });
    expect(signed).toEqual([]);
  });
});
