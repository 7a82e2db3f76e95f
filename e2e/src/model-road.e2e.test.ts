import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api } from './model-road/api.ts';
import { badModels, exportBadModel } from './model-road/bad-models.ts';
import { containerImages } from './model-road/container-images.ts';
import { Load } from './model-road/load.ts';
import { ModelBucket } from './model-road/model-bucket.ts';
import { runTraining } from './model-road/training.ts';
import { transactions, type Year } from './model-road/transactions.ts';
import { until } from './model-road/until.ts';
import { cloudEnvironment } from './workspace.ts';

const NOBODY = '65532';
const FAILED = 'model refresh failed';
const FIRST: Year = { households: 240, habit: 'kept' };
const SECOND: Year = { households: 260, habit: 'turned' };

let environment: Record<string, string> = {};
let images = { server: '', training: '' };
let bucket: ModelBucket;
let api: Api;
let first = '';
let second = '';
const opened: AsyncDisposable[] = [];

/** The steps below are one road: each begins where the one before ended. */
beforeAll(async () => {
  environment = await cloudEnvironment();
  bucket = new ModelBucket(environment);
  await bucket.create();
  opened.push(bucket);
  images = await containerImages(environment);
  first = await trainAndExport('first', FIRST);
  api = await Api.start(environment, images.server, bucket.variables);
  opened.push(api);
}, 600_000);
afterAll(async () => {
  for (const one of opened) await one[Symbol.asyncDispose]();
});

async function train(command: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const run = { image: images.training, command, variables: { ...bucket.variables, ...variables } };
  const { exitCode, all } = await runTraining(environment, run);
  if (exitCode !== 0) throw new Error(all);
  return await bucket.pointer();
}
async function trainAndExport(name: string, year: Year): Promise<string> {
  await bucket.put(`data/${name}.csv`, transactions(year));
  const { version } = await train([], { TRANSACTIONS: `s3://${bucket.name}/data/${name}.csv` });
  return version;
}

describe('the road of a model', () => {
  it('serves what was trained in the container and exported, by a process that may write and gain nothing', async () => {
    await until('the API is ready', async () => ((await api.ready()) === 200 ? true : undefined));
    expect(await api.model()).toMatchObject({ version: first, last_refresh_problem: null });
    expect(await api.predict()).toMatchObject({ label: 'price_sensitive', model_version: first });
    expect([...new Set(await api.users())]).toEqual([NOBODY]);
  });

  it('follows a newer export by itself, and answers otherwise', async () => {
    second = await trainAndExport('second', SECOND);
    expect(second).not.toBe(first);
    await api.untilServes(second);
    expect(await api.predict()).toMatchObject({ label: 'not_price_sensitive', model_version: second });
  });

  it.each(badModels)('refuses $name, says so, and goes on serving the last good one', async (bad) => {
    const [answer, refused] = [await api.predict(), await api.refreshes('rejected')];
    const pointer = await bucket.readModelObject('current.json');
    await exportBadModel(bucket, second, bad);
    const problem = await until('it is refused', async () => (await api.model()).last_refresh_problem ?? undefined);
    expect(problem).toMatch(bad.problem);
    expect(await api.ready()).toBe(200);
    expect(await api.model()).toMatchObject({ version: second });
    expect(await api.predict()).toEqual(answer);
    await until('it is counted', async () => ((await api.refreshes('rejected')) > refused ? true : undefined));
    await until('it is in the log', async () => ((await api.hasLogged(FAILED, problem)) ? true : undefined));

    await bucket.putModelObject('current.json', pointer);
    await until('it follows again', async () => ((await api.model()).last_refresh_problem === null ? true : undefined));
  });

  it('serves the earlier model again after a rollback', async () => {
    expect(await train(['rollback'])).toMatchObject({ version: first, previous: second });
    await api.untilServes(first);
    expect(await api.predict()).toMatchObject({ label: 'price_sensitive', model_version: first });
  });

  it('loses no request when it is ended under load, from clients that hear late that it is', async () => {
    const load = new Load(api, 4);
    const untilAnswers = (count: number) =>
      until(`${count} are answered`, () => Promise.resolve(load.outcomes.length >= count ? true : undefined));
    await untilAnswers(20);
    await api.terminate();
    await until('it says that it ends', async () => ((await api.ready()) === 503 ? true : undefined));
    await untilAnswers(load.outcomes.length + 20);
    await load.leave();
    expect([...new Set(load.outcomes)]).toEqual([200]);
    expect(await api.exitCode()).toBe(0);
  });
});
