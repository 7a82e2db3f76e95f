import { describe, expect, it } from '@jest/globals';
import { runRollback } from '../commands/rollback/run-rollback.ts';
import type { World } from '../world.ts';
import { expectReadable } from './testing/expect-readable.ts';
import { killAtEveryStep } from './testing/kill-at-every-step.ts';
import { releasesOf } from './testing/releases.ts';
import type { Releases } from './testing/releases.ts';

const options = { container: 'api', environment: 'dev', dryRun: false };
const prepare = () => releasesOf('a', 'b', 'c');

async function always(setting: Releases): Promise<void> {
  const [a, b, c] = setting.digests;
  await expectReadable(setting);
  expect(setting.dev.tagged).toMatchObject({ 'dev-a': a, 'dev-b': b, 'dev-c': c });
}

async function outcome({ dev, ledgers }: Releases) {
  return { tags: dev.tagged, entries: await ledgers.dev.entries('api') };
}

describe('rollback, killed at every step,', () => {
  it.each([
    ['leaves', 'from', 2],
    ['goes to', 'to', 1],
  ] as const)(
    'loses nothing, and the next run is as if it had not happened, when it says what it %s',
    async (_, end, index) => {
      const run = (world: World, { digests }: Releases) => runRollback({ ...options, [end]: digests[index] }, world);
      const steps = await killAtEveryStep({ prepare, run, always, outcome });
      expect(steps.filter((step) => step === 'registry.addTag')).toHaveLength(2);
      expect(steps.at(-1)).toBe('ledger.append');
      expect(steps.length).toBeGreaterThan(8);
    },
  );
});
