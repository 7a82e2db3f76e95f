import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { containerImages } from './model-road/container-images.ts';
import { ModelBucket } from './model-road/model-bucket.ts';
import { runSageMakerJob } from './model-road/sagemaker-job.ts';
import { transactions } from './model-road/transactions.ts';
import { cloudEnvironment } from './workspace.ts';

const YEAR = transactions({ households: 240, habit: 'kept' });

let environment: Record<string, string> = {};
let image = '';
let bucket: ModelBucket;

beforeAll(async () => {
  environment = await cloudEnvironment();
  bucket = new ModelBucket(environment);
  await bucket.create();
  image = (await containerImages(environment)).training;
}, 600_000);
afterAll(async () => {
  await bucket[Symbol.asyncDispose]();
});

/** A job that is told the bucket, too, by a hyperparameter, and by the environment only what reaches S3. */
async function job(hyperparameters: Readonly<Record<string, string>>, year: string) {
  const { MODEL_BUCKET: model_bucket = '', ...variables } = bucket.variables;
  const told = { model_bucket, ...hyperparameters };
  return await runSageMakerJob(environment, { image, variables, hyperparameters: told, transactions: year });
}

describe('the training image as a job of SageMaker', () => {
  it('trains on the channel by the hyperparameters, leaves the model in /opt/ml/model, and exports it', async () => {
    const { exitCode, all, model, failure } = await job({ seed: '11', max_depth: '2' }, YEAR);
    if (exitCode !== 0) throw new Error(all);
    expect(failure).toBeUndefined();
    expect([...model.keys()]).toEqual(expect.arrayContaining(['model.ubj', 'manifest.json', 'model-card.md']));
    const { version } = await bucket.pointer();
    expect(JSON.parse(model.get('manifest.json')?.toString() ?? '')).toMatchObject({
      version,
      data: { file: 'transactions.csv' },
      parameters: { seed: 11, max_depth: 2 },
    });
    const exported = await bucket.readModelObject(`versions/${version}/model.ubj`);
    expect(Buffer.compare(exported, model.get('model.ubj') ?? new Uint8Array())).toBe(0);
  });

  it('says in /opt/ml/output/failure why a model that is not good enough failed the job, and exports nothing', async () => {
    const before = await bucket.pointer();
    const { exitCode, failure } = await job({ minimum_auc: '1', max_rounds: '5' }, YEAR);
    expect(exitCode).toBe(3);
    expect(failure).toMatch(/auc_all_features is "0\.\d+", below MINIMUM_AUC "1\.0"/);
    expect(await bucket.pointer()).toEqual(before);
  });

  it('says there, too, which row of the channel is none', async () => {
    const { exitCode, failure } = await job({}, YEAR.replace('\n1,', '\none,'));
    expect(exitCode).toBe(1);
    expect(failure).toMatch(/row 1.*household_id.*"one"/s);
  });
});
