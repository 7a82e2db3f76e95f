import type { Digest } from '@slipway/images';
import { recordRelease } from '../../../ledger/record-release.ts';
import { completeScan } from '../../../scan/testing/scan-states.ts';
import { putDescribedImage } from '../../../testing/put-described-image.ts';
import { testSpecs, testWorld } from '../../../testing/test-world.ts';
import type { PromoteOptions } from '../run-promote.ts';

export const promoteOptions: PromoteOptions = {
  containers: ['api'],
  from: 'dev',
  to: 'prod',
  overrides: [],
  dryRun: false,
};

/** An image in dev under a tag that stays and one that moves, published, tested and scanned a day before `now`. */
export async function promoteSetting({ tested = true, created = '2026-03-01T00:00:00Z' } = {}) {
  const setting = testWorld('/nowhere');
  const put = async (digit: string): Promise<Digest> => {
    const labels = { 'org.opencontainers.image.created': created, 'org.opencontainers.image.revision': 'c'.repeat(40) };
    const { digest } = await putDescribedImage(setting.dev, {
      tag: `dev-${digit}`,
      labels,
      layers: [{ content: digit }],
    });
    await setting.dev.addTag(digest, 'dev-latest');
    setting.scans.put(digest, [], completeScan());
    return digest;
  };
  const publish = async (digit: string): Promise<Digest> => {
    const digest = await put(digit);
    const parts = {
      environment: testSpecs.dev,
      container: 'api',
      repository: 'shop/api',
      digest,
      tags: [`dev-${digit}`],
    };
    await recordRelease(setting.world, { ...parts, action: 'publish' });
    if (tested) await recordRelease(setting.world, { ...parts, action: 'test' });
    return digest;
  };
  return { ...setting, put, publish, digest: await publish('1') };
}
