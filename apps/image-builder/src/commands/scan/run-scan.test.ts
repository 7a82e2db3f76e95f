import { afterEach, describe, expect, it } from '@jest/globals';
import { parseDigest } from '@slipway/images';
import { renderTerminal } from '@slipway/cli';
import { recordRelease } from '../../ledger/record-release.ts';
import { completeScan, vulnerability } from '../../scan/testing/scan-states.ts';
import { putDescribedImage } from '../../testing/put-described-image.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import { DEV_URI, testSpecs, testWorld } from '../../testing/test-world.ts';
import type { World } from '../../world.ts';
import { runPush } from '../push/run-push.ts';
import { formatScan } from './format-scan.ts';
import { runScan } from './run-scan.ts';
import type { ScanOptions } from './run-scan.ts';
import { scanFailure } from './scan-failure.ts';

const options: ScanOptions = {
  containers: ['api'],
  environment: 'dev',
  reference: undefined,
  failOn: undefined,
  timeout: 1,
  recordDir: 'records',
  interval: 0,
};
const exception = { id: 'CVE-2024-0001', owner: 'ops', reason: 'not reachable', expires: '2026-03-31' };
let folder: string;
afterEach(async () => {
  await removeFolder(folder);
});

/** A world whose repository in dev holds one pushed image, of which a scan finds this. */
async function pushed(found = completeScan(vulnerability()), files: Readonly<Record<string, object>> = {}) {
  const texts = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [`api/${name}`, JSON.stringify(content)]),
  );
  folder = await temporaryFolder({ 'api/Dockerfile': 'FROM scratch\nCOPY a /a\n', 'api/a': '1', ...texts });
  const { world, scans, ...rest } = testWorld(folder);
  const [record] = await runPush(
    { containers: ['api'], environment: 'dev', buildArgs: {}, recordDir: 'records' },
    world,
  );
  const digest = record?.pushed?.digest ?? parseDigest('');
  scans.put(digest, [found]);
  return { world, scans, digest, ...rest };
}

const place = ({ directory }: World) => directory.locate('dev-region', 'shop/api');

describe('runScan', () => {
  it('scans the image of the last push and fails for what is too bad', async () => {
    const { world, digest } = await pushed();
    const report = await runScan(options, world);
    expect(report.images).toMatchObject([
      { container: 'api', uri: DEV_URI, digest, kind: 'basic', status: 'COMPLETE', failOn: 'high', clean: false },
    ]);
    expect(scanFailure(report)).toMatchObject({
      code: 'vulnerabilities-found',
      message: expect.stringMatching(/'api' 1 \(high or worse\)/) as unknown,
    });
  });

  it('takes the threshold of the environment, and the flag before it', async () => {
    const { world } = await pushed(completeScan(vulnerability()), {
      'image.json': { scan: { failOn: { dev: 'critical' } } },
    });
    expect(scanFailure(await runScan(options, world))).toBeUndefined();
    expect(scanFailure(await runScan({ ...options, failOn: 'low' }, world))?.code).toBe('vulnerabilities-found');
  });

  it('finds the image of a tag', async () => {
    const { world, digest } = await pushed();
    const report = await runScan({ ...options, reference: 'dev-latest' }, world);
    expect(report.images[0]?.digest).toBe(digest);
  });

  it('takes the image that the ledger calls released where no push is on record', async () => {
    const { world, records, digest, scans } = await pushed();
    records.texts.clear();
    const parts = { environment: testSpecs.dev, container: 'api', repository: 'shop/api', digest, tags: ['dev-1'] };
    await recordRelease(world, { ...parts, action: 'publish' });
    const other = parseDigest(`sha256:${'9'.repeat(64)}`);
    await recordRelease(world, { ...parts, digest: other, action: 'test' });
    const [image] = (await runScan(options, world)).images;
    expect(image).toMatchObject({ digest, chosenBy: 'released by publish 1 of 2026-03-02T00:00:00.000Z' });
    expect(scans.started).toEqual([digest]);
  });

  it('takes the last push on record before the released image', async () => {
    const { world, digest } = await pushed();
    const released = await putDescribedImage(world.openRegistry(await place(world)), { tag: 'dev-old' });
    const parts = { environment: testSpecs.dev, container: 'api', repository: 'shop/api', tags: ['dev-old'] };
    await recordRelease(world, { ...parts, digest: released.digest, action: 'publish' });
    const [image] = (await runScan(options, world)).images;
    expect(image).toMatchObject({ digest, chosenBy: "the last push in the record 'api.dev'" });
  });

  it('says that there is no such image, no record and no release', async () => {
    const { world, records } = await pushed();
    await expect(runScan({ ...options, reference: 'none' }, world)).rejects.toMatchObject({
      code: 'image-missing',
      message: "'shop/api' in 'dev' holds no image 'none'",
    });
    records.texts.clear();
    await expect(runScan(options, world)).rejects.toMatchObject({
      message: "no push of 'api' to 'dev' is recorded in 'records', and its ledger has no release",
      code: 'image-missing',
      fix: expect.stringContaining('--tag') as unknown,
    });
  });

  it('lets exceptions excuse', async () => {
    const { world } = await pushed(undefined, {
      'scan-exceptions.json': { schemaVersion: 1, exceptions: [exception] },
    });
    const report = await runScan(options, world);
    expect(scanFailure(report)).toBeUndefined();
    expect(renderTerminal(formatScan(report))).toMatch(/CVE-2024-0001.*ops, until 2026-03-31/);
  });

  it.each([
    ['expired', { expires: '2026-03-01' }, 'CVE-2024-0001'],
    ['unused', {}, 'CVE-2024-0002'],
  ])('fails for an exception that is %s', async (kind, change, id) => {
    const exceptions = [{ ...exception, ...change, id: 'CVE-2024-0001' }];
    const found = completeScan(vulnerability({ id, severity: 'low' }));
    const { world } = await pushed(found, { 'scan-exceptions.json': { schemaVersion: 1, exceptions } });
    expect(scanFailure(await runScan(options, world))).toMatchObject({
      code: 'exceptions-invalid',
      message: `exceptions have to be looked at again: 'CVE-2024-0001' in api/scan-exceptions.json is ${kind}`,
    });
  });

  it('fails for a scan without a result', async () => {
    const { world } = await pushed({ status: 'FAILED', description: 'no layers', vulnerabilities: [] });
    const report = await runScan(options, world);
    expect(scanFailure(report)).toMatchObject({
      code: 'scan-failed',
      message: "'api' is not scanned: FAILED: no layers",
    });
  });

  it('fails for a scan that takes too long', async () => {
    const { world, scans, digest } = await pushed();
    scans.put(digest, Array(9).fill({ status: 'IN_PROGRESS', description: '', vulnerabilities: [] }));
    const report = await runScan({ ...options, timeout: 0 }, world);
    expect(scanFailure(report)).toMatchObject({
      code: 'scan-failed',
      message: expect.stringMatching(/not done within 0 minutes: IN_PROGRESS/) as unknown,
    });
  });
});
