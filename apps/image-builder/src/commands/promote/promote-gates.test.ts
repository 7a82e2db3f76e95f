import { writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { runProgram } from '../../testing/run-program.ts';
import type { PromoteReport } from './promote-report.ts';
import { promoteSetting } from './testing/promote-setting.ts';

const ARGS = ['promote', 'api', '--from', 'dev', '--to', 'prod'];
let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder, 'api'));
});
afterEach(async () => {
  await removeFolder(folder);
});

describe('the gates of promote', () => {
  it('let nothing pass that was not tested, and say which gate, why and what to do', async () => {
    const { world, prod, ledgers, digest } = await promoteSetting({ tested: false });
    const { failure, printed } = await runProgram(ARGS, world);
    expect(failure).toMatchObject({
      code: 'gate-closed',
      message: `nothing was promoted to 'prod'\n  api: the gate 'tested' is closed: the ledger of 'dev' has no test of '${digest}'`,
      fix: expect.stringMatching(/image-builder run api --env dev.*--override/) as unknown,
    });
    expect(printed).toContain('refused');
    expect(prod.tagged).toEqual({});
    expect(await ledgers.prod.entries('api')).toEqual([]);
  });

  it('let nothing pass that is older than 30 days', async () => {
    const { world } = await promoteSetting({ created: '2026-01-30T23:59:59Z' });
    const { failure } = await runProgram(ARGS, world);
    expect(failure?.message).toMatch(/the gate 'age' is closed: made at 2026-01-30T23:59:59.000Z, 30.0 days ago/);
    const young = await promoteSetting({ created: '2026-01-31T00:00:00Z' });
    expect((await runProgram(ARGS, young.world)).failure).toBeUndefined();
  });

  it('take the age from the ledger where the label is no date', async () => {
    const { world } = await promoteSetting({ created: 'yesterday' });
    const { printed } = await runProgram([...ARGS, '--dry-run', '--json'], world);
    expect((JSON.parse(printed) as PromoteReport).images[0]?.gates[2]).toMatchObject({
      gate: 'age',
      state: 'open',
      facts: expect.stringContaining('2026-03-02T00:00:00.000Z') as unknown,
    });
  });

  it('can be overridden with a reason, which goes into the ledger', async () => {
    const { world, ledgers, digest } = await promoteSetting({ tested: false });
    const { failure } = await runProgram([...ARGS, '--override', 'tested', '--reason', 'incident 42'], world);
    expect(failure).toBeUndefined();
    expect((await ledgers.prod.entries('api'))[0]?.note).toBe(
      `overrode 'tested' (the ledger of 'dev' has no test of '${digest}'): incident 42`,
    );
  });

  it('are not overridden where they are open', async () => {
    const { world, ledgers } = await promoteSetting();
    await runProgram([...ARGS, '--override', 'tested', 'age', '--reason', 'to be sure'], world);
    expect((await ledgers.prod.entries('api'))[0]).not.toHaveProperty('note');
  });

  it.each([
    [['--override', 'tested'], /needs '--reason/],
    [['--override', 'tested', '--reason', ' '], /needs '--reason/],
    [['--override', 'everything', '--reason', 'r'], /Allowed choices are tested, scanned, age, not-reverted/],
    [['--digest', 'sha256:1', '--tag', 'x'], /cannot be used with option '--tag/],
  ])('refuse the flags %j', async (flags, message) => {
    const { world } = await promoteSetting();
    expect((await runProgram([...ARGS, ...flags], world)).complaints).toMatch(message);
  });

  it('let no image back in that was rolled back from, unless somebody says why', async () => {
    const { world, ledgers, publish, digest } = await promoteSetting();
    await runProgram(ARGS, world);
    const second = await publish('2');
    await runProgram(ARGS, world);
    await runProgram(['rollback', 'api', '--env', 'prod', '--reason', 'errors after 14:00'], world);
    const { failure } = await runProgram(ARGS, world);
    expect(failure?.message).toMatch(/'not-reverted' is closed: 'prod' was rolled back from it .*: errors after 14:00/);
    const why = ['--override', 'not-reverted', '--reason', 'it was the database'];
    expect((await runProgram([...ARGS, ...why], world)).failure).toBeUndefined();
    const digests = (await ledgers.prod.entries('api')).map((entry) => entry.digest);
    expect(digests).toEqual([digest, second, digest, second]);
  });

  it('are those of image.json', async () => {
    const { world } = await promoteSetting({ tested: false, created: '2025-01-01T00:00:00Z' });
    await writeFile(join(folder, 'api', 'image.json'), '{ "promote": { "gates": ["age"], "maxAgeDays": 1000 } }');
    expect((await runProgram(ARGS, { ...world, workspace: folder })).failure).toBeUndefined();
  });

  it('must be known', async () => {
    const { world } = await promoteSetting();
    await writeFile(join(folder, 'api', 'image.json'), '{ "promote": { "gates": ["luck"] } }');
    const { failure } = await runProgram(ARGS, { ...world, workspace: folder });
    expect(failure?.code).toBe('configuration-invalid');
  });
});
