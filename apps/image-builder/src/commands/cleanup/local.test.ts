import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { INPUTS_HASH_LABEL } from '@slipway/images';
import { digestOf } from '../../cleanup/test-image.ts';
import type { LocalPlan } from '../../cleanup/local-plan.ts';
import type { StoredImage } from '../../engine/local-storage.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { testWorld } from '../../testing/test-world.ts';
import { cleanupCommand } from './cleanup-command.ts';
import type { LocalResult } from './run-local.ts';

let folder: string;
let setting: ReturnType<typeof testWorld>;

beforeEach(async () => {
  folder = await temporaryFolder();
  setting = testWorld(folder);
  setting.localStorage.images = [
    built('api', 1),
    built('api', 3),
    built('api', 2),
    built('job', 1),
    { ...built('other', 1), labels: {} },
  ];
});
afterEach(async () => {
  await removeFolder(folder);
});

/** An image of a container that was built on a day of January. */
function built(title: string, day: number): StoredImage {
  return {
    id: digestOf(`${title} ${day}`),
    names: [`shop/${title}:dev-${day}`],
    labels: { [INPUTS_HASH_LABEL]: 'a'.repeat(64), 'org.opencontainers.image.title': title },
    bytes: 100,
    createdAt: new Date(`2026-01-0${day}T00:00:00Z`),
  };
}

async function run(...args: readonly string[]) {
  const printed: string[] = [];
  const command = cleanupCommand({ print: (text) => printed.push(text), world: () => setting.world });
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  const failure: unknown = await command.parseAsync(args, { from: 'user' }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { text: printed.join(''), failure };
}

const file = (): string => join(folder, 'local.json');
const plan = async (...args: readonly string[]) =>
  JSON.parse((await run('--local', '--keep', '1', '--out', file(), '--json', ...args)).text) as LocalPlan;
const apply = async () => {
  const { text, failure } = await run('--apply', file(), '--json');
  return { failure, result: JSON.parse(text) as LocalResult };
};
const ids = () => setting.localStorage.images.map(({ id }) => id);
const [one, two, three, job, other] = [...[1, 2, 3].map((day) => `api ${day}`), 'job 1', 'other 1'].map(digestOf);

describe('cleanup --local', () => {
  it('plans for images that this program built, the newest of each container stay; nothing is removed', async () => {
    const { go, stay } = await plan();
    expect(go.map(({ id }) => id)).toEqual([two, one]);
    expect(stay.map(({ id }) => id).sort()).toEqual([three, job].sort());
    expect(ids()).toHaveLength(5);
    expect(setting.localStorage.pruned).toEqual([]);
  });

  it('keeps two of each container where nothing else is said', async () => {
    const { text } = await run('--local');
    expect(text).toMatch(/goes .* api .*dev-1 .*superseded: not among the 2 newest/);
    expect(text).toMatch(/stays .* api .*dev-2 /);
  });

  it('removes exactly the plan and old build cache, and has nothing to do the second time', async () => {
    await plan('--older-than', '7');
    expect((await apply()).result).toMatchObject({ removed: [two, one], gone: [], used: [] });
    expect(ids().sort()).toEqual([three, job, other].sort());
    expect(setting.localStorage.pruned).toEqual([7]);
    expect((await apply()).result).toMatchObject({ removed: [], gone: [two, one] });
  });

  it('leaves what a container uses, and says so', async () => {
    await plan();
    setting.localStorage.used.add(digestOf('api 1'));
    const { result, failure } = await apply();
    expect(failure).toBeUndefined();
    expect(result).toMatchObject({ removed: [two], used: [one] });
  });

  it('removes nothing when an image got a name since, or is among the newest by now', async () => {
    await plan();
    setting.localStorage.images = [built('api', 1), { ...built('api', 2), names: ['mine:v1'] }, built('api', 3)];
    expect((await apply()).failure).toMatchObject({ code: 'plan-stale' });
    setting.localStorage.images = [built('api', 1)];
    expect((await apply()).failure).toMatchObject({ code: 'plan-stale' });
    expect(ids()).toEqual([one]);
  });
});
