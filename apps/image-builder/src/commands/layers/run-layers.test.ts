import { renderTerminal } from '@slipway/cli';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { putIndex, sha256 } from '../../testing/oci-parts.ts';
import { putDescribedImage } from '../../testing/put-described-image.ts';
import { testWorld } from '../../testing/test-world.ts';
import { formatLayersReport } from './format-layers-report.ts';
import { runLayers } from './run-layers.ts';

const ask = { container: 'api', environment: 'dev', reference: 'v1', compare: undefined, platform: undefined };
const base = { content: 'base', madeBy: 'ADD rootfs.tar / # buildkit' };
let setting: ReturnType<typeof testWorld>;

beforeEach(async () => {
  setting = testWorld('/nowhere');
  const long = { content: 'packages', madeBy: `RUN /bin/sh -c ${'install '.repeat(20)} # buildkit` };
  await putDescribedImage(setting.dev, { tag: 'v1', layers: [base, long] });
  await putDescribedImage(setting.dev, { tag: 'v2', layers: [base, { content: 'less', madeBy: 'COPY a /a' }] });
});

async function report(options: Partial<Parameters<typeof runLayers>[0]> = {}) {
  return runLayers({ ...ask, ...options }, setting.world);
}

describe('layers', () => {
  it('lists the layers of an image with bytes and lines, and their sum', async () => {
    const { images, comparisons } = await report();
    expect(images[0]?.platforms).toMatchObject([
      { platform: 'linux/amd64', layerBytes: 12, layers: [{ bytes: 4, madeBy: 'ADD rootfs.tar /' }, { bytes: 8 }] },
    ]);
    expect(comparisons).toBeUndefined();
  });

  it('tells people the share of each layer, and shortens long lines', async () => {
    const text = renderTerminal(formatLayersReport(await report()));
    expect(text).toMatch(/linux\/amd64: 12 B in 2 layers/);
    expect(text).toMatch(/4 B +│ +33 % │ ADD rootfs\.tar \//);
    expect(text).toMatch(/67 % │ RUN install .*…/);
  });

  it('compares two images: what stays, what goes, what is pulled', async () => {
    const compared = await report({ compare: 'v2' });
    const [comparison] = compared.comparisons ?? [];
    expect(comparison?.shared.map(({ digest }) => digest)).toEqual([sha256('base')]);
    expect(comparison?.onlyBefore.map(({ digest }) => digest)).toEqual([sha256('packages')]);
    expect(comparison?.onlyAfter.map(({ digest }) => digest)).toEqual([sha256('less')]);
    const text = renderTerminal(formatLayersReport(compared));
    expect(text).toMatch(/From the first to the second: \d+ B to pull, 4 B in 1 layer stay\./);
    expect(text).toContain('Only in the second: 4 B');
  });

  it('looks at each platform of an index, or at one', async () => {
    const amd = await putDescribedImage(setting.dev, { layers: [base] });
    const arm = await putDescribedImage(setting.dev, { layers: [base], architecture: 'arm64' });
    const { digest } = await putIndex(setting.dev, [amd, arm]);
    const all = await report({ reference: digest, compare: 'v2' });
    expect(all.images[0]?.platforms.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(all.comparisons?.map(({ platform }) => platform)).toEqual(['linux/amd64']);
    const one = await report({ reference: digest, platform: 'linux/arm64' });
    expect(one.images[0]?.platforms.map(({ platform }) => platform)).toEqual(['linux/arm64']);
    await expect(report({ reference: digest, compare: 'v2', platform: 'linux/arm64' })).rejects.toMatchObject({
      code: 'image-missing',
      fix: 'use one of: linux/amd64',
    });
  });

  it('says that two images have no platform in common', async () => {
    const { digest } = await putDescribedImage(setting.dev, { layers: [base], architecture: 'arm64' });
    const text = renderTerminal(formatLayersReport(await report({ compare: digest })));
    expect(text).toContain('The two have no platform in common.');
  });
});
