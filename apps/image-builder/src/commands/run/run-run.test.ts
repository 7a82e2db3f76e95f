import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryContainerRunner } from '../../smoke/memory-container-runner.ts';
import type { MemoryProgram } from '../../smoke/memory-container-runner.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { DEV_URI, testWorld } from '../../testing/test-world.ts';
import { runBuild } from '../build/run-build.ts';
import { runPush } from '../push/run-push.ts';
import { formatSmokeTest } from './format-smoke-test.ts';
import { runRun } from './run-run.ts';
import { smokeTestFailure } from './smoke-report.ts';

const smokeTest = { kind: 'service', startSeconds: 1, requests: [{ name: 'health', path: '/health' }] };
const good: MemoryProgram = {
  logs: ['{"level":"INFO"}'],
  files: [{ path: 'app', type: 'directory', mode: 0o755 }],
  answers: { '/health': [200, 'alive'] },
};
const options = { container: 'api', keep: false, recordDir: 'records' };
const pushOptions = { containers: ['api'], environment: 'dev', buildArgs: {}, recordDir: 'records' };
let folder: string;
beforeEach(async () => {
  const files = { 'api/Dockerfile': 'FROM scratch\nCOPY a /a\n', 'api/a': '1' };
  folder = await temporaryFolder({ ...files, 'api/image.json': JSON.stringify({ smokeTest }) });
});
afterEach(async () => {
  await removeFolder(folder);
});

/** A world whose images all behave like this, with `api` built. */
async function world(program: MemoryProgram = good) {
  const test = testWorld(folder);
  const runner = new MemoryContainerRunner(() => program);
  const own = { ...test.world, runner, probe: runner.probe, now: () => new Date() };
  await runBuild({ ...pushOptions, force: false }, own);
  return { ...test, runner, world: own };
}

describe('runRun', () => {
  it('tries the image that was built last, on the loopback only', async () => {
    const { world: own, runner } = await world();
    const report = await runRun({ ...options, port: 8123 }, own);
    expect(report).toMatchObject({ schemaVersion: 1, report: 'smoke-test', container: 'api', passed: true });
    expect(report.steps.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'start passed',
      'health passed',
      'user passed',
      'files passed',
      'stop passed',
      'logs passed',
    ]);
    expect(runner.started).toMatchObject([{ environment: { HOST: '127.0.0.1', PORT: '8123' }, memoryMegabytes: 512 }]);
    expect(runner.count).toBe(0);
    expect(smokeTestFailure(report)).toBeUndefined();
  });

  it('goes on after a step that fails, and shows the last lines of the log', async () => {
    const { world: own, runner } = await world({ ...good, uid: 0, stopCode: 137, logs: ['Traceback'] });
    const report = await runRun(options, own);
    const failed = report.steps.filter(({ outcome }) => outcome === 'failed').map(({ step }) => step);
    expect(failed).toEqual(['user', 'stop', 'logs']);
    const failure = smokeTestFailure(report);
    expect(failure?.code).toBe('smoke-test-failed');
    expect(failure?.message).toMatch(/user: runs as root[^]*its last lines:\n {2}Traceback/);
    expect(runner.count).toBe(0);
  });

  it('runs no other step when the container never came up', async () => {
    const { world: own, runner } = await world({ exitCode: 1, logs: ['MODEL_BUCKET is missing'] });
    const { steps } = await runRun(options, own);
    expect(steps[0]).toMatchObject({ outcome: 'failed', detail: 'ended at its start with exit code 1' });
    expect(steps.slice(1).every(({ outcome }) => outcome === 'not run')).toBe(true);
    expect(runner.count).toBe(0);
  });

  it('gives up on a container that does not answer in time', async () => {
    const { world: own } = await world({ ...good, answers: {} });
    const { steps } = await runRun(options, own);
    expect(steps[0]?.detail).toMatch(/no answer on port \d+ within 1 s/);
  });

  it('removes the container when the user ends the command', async () => {
    const { world: own, runner } = await world({ ...good, answers: {} });
    const ending = new AbortController();
    const work = runRun(options, { ...own, signal: ending.signal });
    ending.abort();
    await expect(work).rejects.toMatchObject({ code: 'interrupted' });
    expect(runner.count).toBe(0);
  });

  it('leaves the container running when told so', async () => {
    const { world: own, runner } = await world();
    const { kept, steps } = await runRun({ ...options, keep: true }, own);
    expect(kept).toEqual({ id: '1', port: 12345 });
    expect(steps.some(({ step }) => step === 'stop')).toBe(false);
    expect(runner.count).toBe(1);
  });

  it('tells what an earlier run left behind', async () => {
    const { world: own, runner, progress } = await world();
    runner.leftovers = 2;
    await runRun(options, own);
    expect(JSON.stringify(progress)).toContain('removed 2 containers');
  });

  it('says what to build when there is no record', async () => {
    const { world: own } = testWorld(folder);
    await expect(runRun(options, own)).rejects.toMatchObject({
      code: 'image-missing',
      fix: expect.stringContaining("'npx image-builder build api'") as unknown,
    });
  });
});

describe('runRun with an environment', () => {
  it('pulls what was pushed last, and writes into the ledger that it passed', async () => {
    const { world: own, runner, ledgers } = await world();
    const [pushed] = await runPush(pushOptions, own);
    const digest = pushed?.pushed?.digest;
    const report = await runRun({ ...options, environment: 'dev' }, own);
    expect(runner.pulls).toEqual([`${DEV_URI}@${digest ?? ''}`]);
    expect(report.image).toBe(`${DEV_URI}@${digest ?? ''}`);
    const last = (await ledgers.dev.entries('api')).at(-1);
    expect(last).toMatchObject({ action: 'test', environment: 'dev', container: 'api', digest });
    expect(report.ledgerSequence).toBe(last?.sequence);
  });

  it('writes nothing for an image that fails', async () => {
    const { world: own, ledgers } = await world({ ...good, uid: 0 });
    await runPush(pushOptions, own);
    const before = await ledgers.dev.entries('api');
    await runRun({ ...options, environment: 'dev' }, own);
    expect(await ledgers.dev.entries('api')).toEqual(before);
  });

  it('takes a tag or a digest instead', async () => {
    const { world: own, runner } = await world();
    const [pushed] = await runPush(pushOptions, own);
    await runRun({ ...options, environment: 'dev', reference: 'dev-latest' }, own);
    expect(runner.pulls).toEqual([`${DEV_URI}@${pushed?.pushed?.digest ?? ''}`]);
  });

  it('says that the registry lacks the image, before anything is run', async () => {
    const { world: own, runner } = await world();
    const missing = runRun({ ...options, environment: 'dev', reference: 'none' }, own);
    await expect(missing).rejects.toMatchObject({ code: 'image-missing', message: `'${DEV_URI}' has no image 'none'` });
    expect(runner.started).toEqual([]);
  });
});

it('prints a table for people', async () => {
  const { world: own } = await world();
  const blocks = formatSmokeTest(await runRun({ ...options, keep: true }, own));
  expect(blocks[0]).toEqual({ kind: 'heading', text: 'Smoke test of api: passed' });
  expect(JSON.stringify(blocks)).toContain('docker rm --force 1');
});
