import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { containerImages } from './model-road/container-images.ts';
import { runKubernetesJob } from './model-road/kubernetes-job.ts';
import { ModelBucket } from './model-road/model-bucket.ts';
import { transactions } from './model-road/transactions.ts';
import { cloudEnvironment } from './workspace.ts';

const DIGEST = `sha256:${'1'.repeat(64)}`;

let environment: Record<string, string> = {};
let image = '';
let bucket: ModelBucket;

beforeAll(async () => {
  environment = await cloudEnvironment();
  bucket = new ModelBucket(environment);
  await bucket.create();
  await bucket.put('data/transactions.csv', transactions({ households: 240, habit: 'kept' }));
  image = (await containerImages(environment)).training;
}, 600_000);
afterAll(async () => {
  await bucket[Symbol.asyncDispose]();
});

async function job(settings: Readonly<Record<string, string>>) {
  const there = { ...bucket.variables, TRANSACTIONS: `s3://${bucket.name}/data/transactions.csv`, ...settings };
  return await runKubernetesJob(environment, { image, settings: there, values: { IMAGE_DIGEST: DIGEST } });
}

describe("the training image as training/kubernetes' job", () => {
  it('trains on data from S3 with all that it may write to in memory, and exports what names its image', async () => {
    const { exitCode, all } = await job({});
    if (exitCode !== 0) throw new Error(all);
    const { version } = await bucket.pointer();
    const manifest = await bucket.readModelJson(`versions/${version}/manifest.json`);
    expect(manifest).toMatchObject({ version, training_image: DIGEST });
  });

  it('ends with the exit code that the job does not try again when the model must not be served', async () => {
    const before = await bucket.pointer();
    const { exitCode, all } = await job({ MINIMUM_AUC: '1', MAX_ROUNDS: '5' });
    expect(exitCode).toBe(3);
    expect(all).toMatch(/^training stopped: auc_all_features is "0\.\d+"/m);
    expect(await bucket.pointer()).toEqual(before);
  });
});
