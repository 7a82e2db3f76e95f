import { expect, it } from '@jest/globals';
import { runPromote } from '../commands/promote/run-promote.ts';
import { promoteOptions, promoteSetting } from '../commands/promote/testing/promote-setting.ts';
import { putReferrer } from '../testing/oci-parts.ts';
import type { World } from '../world.ts';
import { expectReadable } from './testing/expect-readable.ts';
import { killAtEveryStep } from './testing/kill-at-every-step.ts';

const SIGNATURE = 'application/vnd.example.signature';
const promote = (world: World) => runPromote(promoteOptions, world);

/** One release in prod; the next one is tested in dev, and signed. */
async function released() {
  const setting = await promoteSetting();
  await promote(setting.world);
  const second = await setting.publish('2');
  const { mediaType = '', text = '' } = (await setting.dev.manifest(second)) ?? {};
  const subject = { mediaType, digest: second, size: Buffer.byteLength(text) };
  const { digest: signature } = await putReferrer(setting.dev, { subject, content: 'signed', artifactType: SIGNATURE });
  return { ...setting, second, signature };
}

type Setting = Awaited<ReturnType<typeof released>>;

/** A release is never there without its signature. */
async function always(setting: Setting): Promise<void> {
  const { prod, ledgers, digest, second, signature } = setting;
  await expectReadable(setting);
  const entries = await ledgers.prod.entries('api');
  expect({ tag: prod.tagged['dev-1'], first: entries[0] }).toMatchObject({
    tag: digest,
    first: { digest, sequence: 1 },
  });
  if (prod.tagged['dev-2'] === undefined) expect(entries).toHaveLength(1);
  else expect((await prod.referrers(second)).map((each) => each.digest)).toEqual([signature]);
}

async function outcome({ dev, prod, ledgers, second }: Setting) {
  const entries = await ledgers.prod.entries('api');
  return { dev: dev.tagged, prod: prod.tagged, entries, signed: await prod.referrers(second) };
}

it('promote, killed at every step, loses nothing, and the next run is as if it had not happened', async () => {
  const steps = await killAtEveryStep({ prepare: released, run: promote, always, outcome });
  const sent = ['registry.writeBlob', 'registry.readBlob', 'registry.putManifest', 'registry.addTag', 'ledger.append'];
  expect(steps).toEqual(expect.arrayContaining(sent));
  expect(steps.length).toBeGreaterThan(30);
});
