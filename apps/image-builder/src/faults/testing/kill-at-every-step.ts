import { expect } from '@jest/globals';
import type { World } from '../../world.ts';
import type { KillPoint } from './kill-switch.ts';
import { KillSwitch } from './kill-switch.ts';
import { killableWorld } from './killable-world.ts';

/** A command over a world of fakes, and what has to be true of it whenever it dies. */
export interface Scenario<Setting extends { readonly world: World }> {
  /** The same world each time, as it is before the command. */
  readonly prepare: () => Promise<Setting>;
  readonly run: (world: World, setting: Setting) => Promise<unknown>;
  /** Expects what holds at every moment, so also between two steps. */
  readonly always: (setting: Setting) => Promise<void>;
  /** What is there in the end. */
  readonly outcome: (setting: Setting) => Promise<unknown>;
}

/**
 * Runs a command undisturbed; then once for every step and moment, killed there, and again without a fault. Each second run has to
 * succeed, and to leave what the undisturbed one does.
 * @returns the steps at which it was killed
 */
export async function killAtEveryStep<Setting extends { readonly world: World }>(
  scenario: Scenario<Setting>,
): Promise<readonly string[]> {
  const calm = await scenario.prepare();
  const counting = new KillSwitch();
  await scenario.run(killableWorld(calm.world, counting), calm);
  await scenario.always(calm);
  const wanted = await scenario.outcome(calm);
  for (const [index, name] of counting.steps.entries())
    for (const moment of ['before', 'after'] as const)
      await killAt({ step: index + 1, moment }, scenario, wanted).catch((cause: unknown) => {
        throw new Error(`killed ${moment} step ${index + 1} (${name})`, { cause });
      });
  return counting.steps;
}

async function killAt<Setting extends { readonly world: World }>(
  point: KillPoint,
  { prepare, run, always, outcome }: Scenario<Setting>,
  wanted: unknown,
): Promise<void> {
  const setting = await prepare();
  const kill = new KillSwitch(point);
  const ended = run(killableWorld(setting.world, kill), setting).then(() => 'it ended');
  expect(await Promise.race([ended, kill.died])).toBeUndefined();
  await always(setting);
  await run(setting.world, setting);
  await always(setting);
  expect(await outcome(setting)).toEqual(wanted);
}
