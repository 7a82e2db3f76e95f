import { afterEach, expect, it } from '@jest/globals';
import { startEcrStub } from '@slipway/ecr-inventory/testing';
import type { EcrStub, StubAnswer } from '@slipway/ecr-inventory/testing';
import { EcrImageDeleter } from './ecr-image-deleter.ts';

const repository = { account: '111111111111', region: 'us-east-1', name: 'shop/api' };
const before = { ...process.env };
let stub: EcrStub;

async function answering(answerTo: (input: Readonly<Record<string, unknown>>) => StubAnswer): Promise<EcrImageDeleter> {
  stub = await startEcrStub((_, input) => answerTo(input));
  Object.assign(process.env, { AWS_ENDPOINT_URL: stub.url, AWS_ACCESS_KEY_ID: 'FAKE', AWS_SECRET_ACCESS_KEY: 'fake' });
  return new EcrImageDeleter(new AbortController().signal);
}
afterEach(async () => {
  process.env = { ...before };
  await stub.stop();
});

it("sends no more than a hundred images at a time, ECR's limit", async () => {
  const deleter = await answering(() => ({ body: { imageIds: [], failures: [] } }));
  await deleter.delete(
    repository,
    Array.from({ length: 250 }, (_, number) => `sha256:${number}`),
  );
  const sent = stub.calls.map(({ input }) => (input['imageIds'] as unknown[]).length);
  expect(sent).toEqual([100, 100, 50]);
  expect(stub.calls[0]?.input).toMatchObject({ registryId: '111111111111', repositoryName: 'shop/api' });
});

it('tells what ECR kept and why, but not what is gone', async () => {
  const failures = [
    { imageId: { imageDigest: 'sha256:1' }, failureCode: 'ImageNotFound', failureReason: 'gone' },
    { imageId: { imageDigest: 'sha256:2' }, failureCode: 'ImageReferencedByManifestList', failureReason: 'a list' },
  ];
  const deleter = await answering(() => ({ body: { imageIds: [], failures } }));
  expect(await deleter.delete(repository, ['sha256:1', 'sha256:2'])).toEqual([
    { digest: 'sha256:2', code: 'ImageReferencedByManifestList', reason: 'a list' },
  ]);
});

it('says that credentials do not let it', async () => {
  const deleter = await answering(() => ({ exception: 'AccessDeniedException' }));
  await expect(deleter.delete(repository, ['sha256:1'])).rejects.toMatchObject({ code: 'aws-failed' });
});
