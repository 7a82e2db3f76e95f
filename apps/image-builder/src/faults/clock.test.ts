import { describe, expect, it } from '@jest/globals';
import { testImage } from '../cleanup/test-image.ts';
import { runCleanupPlan } from '../commands/cleanup/run-cleanup.ts';
import { doctorFailure, runDoctor } from '../commands/doctor/run-doctor.ts';
import { runPromote } from '../commands/promote/run-promote.ts';
import { promoteOptions, promoteSetting } from '../commands/promote/testing/promote-setting.ts';
import { runRollback } from '../commands/rollback/run-rollback.ts';
import { recordRelease } from '../ledger/record-release.ts';
import { testSpecs, testWorld } from '../testing/test-world.ts';
import type { World } from '../world.ts';
import { releasesOf } from './testing/releases.ts';

const MINUTE = 60_000;

/** The same world by a clock that is so many minutes off. */
function off(world: World, minutes: number): World {
  return { ...world, now: () => new Date(world.now().getTime() + minutes * MINUTE) };
}

describe.each([-10, 10])('a clock that is %i minutes off', (minutes) => {
  it('changes nothing about what is released: the ledger goes by number', async () => {
    const { world, ledgers, digests } = await releasesOf('a', 'b');
    const parts = {
      environment: testSpecs.dev,
      container: 'api',
      repository: 'shop/api',
      digest: digests[0]!,
      tags: [],
    };
    await recordRelease(off(world, minutes), { ...parts, action: 'publish' });
    const [, second, third] = await ledgers.dev.entries('api');
    expect(Date.parse(third?.at ?? '') - Date.parse(second?.at ?? '')).toBe(minutes * MINUTE);
    const options = { container: 'api', environment: 'dev', dryRun: true };
    expect(await runRollback(options, world)).toMatchObject({ previous: digests[0], digest: digests[1] });
  });

  it('closes no gate for an image that was just made, and opens none a day too late', async () => {
    const fresh = await promoteSetting({ created: '2026-03-02T00:00:00Z' });
    const [image] = (await runPromote(promoteOptions, off(fresh.world, minutes))).images;
    expect(image).toMatchObject({ result: 'promoted' });
    // The limit is 30 days: this image is 31 days old.
    const old = await promoteSetting({ created: '2026-01-30T00:00:00Z' });
    const [refused] = (await runPromote(promoteOptions, off(old.world, minutes))).images;
    expect(refused?.gates.filter(({ state }) => state === 'closed').map(({ gate }) => gate)).toContain('age');
  });

  it('lets a clean-up delete nothing that was just pushed', async () => {
    const { world, inventory } = testWorld('/nowhere');
    const pushed = { ...testImage('new', { age: 0 }), pushedAt: off(world, 1).now() };
    inventory.put('dev-region', 'shop/api', { images: [pushed, testImage('half a day', { age: 0.5 })] });
    const rules = { keep: 1, olderThanDays: 1 };
    const options = { environment: 'dev', containers: [], repositories: [], rules, without: [] };
    const [plan] = (await runCleanupPlan(options, off(world, minutes))).repositories;
    expect(plan?.go).toEqual([]);
    expect(plan?.stay).toHaveLength(2);
  });

  it('is what the doctor says, with the fix', async () => {
    const { world } = testWorld('/nowhere');
    const report = await runDoctor({ environment: 'dev', container: undefined }, off(world, minutes));
    expect(report.checks.find(({ name }) => name === 'clock')).toMatchObject({
      status: 'failure',
      message: expect.stringMatching(minutes < 0 ? /60\d seconds behind AWS/ : /599 seconds ahead of AWS/) as unknown,
      fix: expect.stringContaining('NTP') as unknown,
    });
    expect(doctorFailure(report)).toMatchObject({ code: 'not-ready' });
  });
});
