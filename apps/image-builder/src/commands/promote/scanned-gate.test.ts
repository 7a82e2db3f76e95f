import { afterEach, describe, expect, it } from '@jest/globals';
import { Failure } from '../../failure.ts';
import type { ScanState } from '../../scan/image-scans.ts';
import { completeScan, vulnerability } from '../../scan/testing/scan-states.ts';
import { runProgram } from '../../testing/run-program.ts';
import { removeFolder, temporaryFolder } from '../../testing/temporary-folder.ts';
import type { World } from '../../world.ts';
import { promoteSetting } from './testing/promote-setting.ts';

const ARGS = ['promote', 'api', '--from', 'dev', '--to', 'prod'];
const exception = { id: 'CVE-2024-0001', owner: 'ops', reason: 'not reachable', expires: '2026-03-31' };
let folder: string;
afterEach(async () => {
  await removeFolder(folder);
});

/** A tested image in dev with this scan, and files beside its Dockerfile. */
async function scanned(state: ScanState | undefined, files: Readonly<Record<string, object>> = {}) {
  const texts = Object.entries(files).map(([name, content]) => [`api/${name}`, JSON.stringify(content)]);
  folder = await temporaryFolder(Object.fromEntries(texts) as Record<string, string>);
  const { world, scans, digest, ...rest } = await promoteSetting();
  scans.put(digest, [], state);
  return { ...rest, world: { ...world, workspace: folder }, scans, digest };
}

const exceptions = (...list: readonly object[]) => ({
  'scan-exceptions.json': { schemaVersion: 1, exceptions: list },
});

async function closedBy(world: World): Promise<Failure | undefined> {
  return (await runProgram(ARGS, world)).failure;
}

describe('the gate scanned', () => {
  it('lets no image pass that nobody scanned, says how to, and starts no scan itself', async () => {
    const { world, scans, prod, digest } = await scanned(undefined);
    expect(await closedBy(world)).toMatchObject({
      code: 'gate-closed',
      message: expect.stringContaining(
        "the gate 'scanned' is closed: the scan in 'dev' has no result: not scanned",
      ) as unknown,
      fix: expect.stringContaining(`image-builder scan api --env dev --digest ${digest}`) as unknown,
    });
    expect(scans.started).toEqual([]);
    expect(prod.tagged).toEqual({});
  });

  // ECR API reference, ImageScanStatus: only COMPLETE and ACTIVE have findings that mean something.
  it.each([
    'IN_PROGRESS',
    'PENDING',
    'FAILED',
    'UNSUPPORTED_IMAGE',
    'SCAN_ELIGIBILITY_EXPIRED',
    'FINDINGS_UNAVAILABLE',
  ])('is closed for a scan that is %s', async (status) => {
    const { world } = await scanned({ status, description: '', vulnerabilities: [] });
    expect((await closedBy(world))?.message).toContain(`has no result: ${status}`);
  });

  it('names what is at the threshold or worse', async () => {
    const many = Array.from({ length: 7 }, (_, index) => vulnerability({ id: `CVE-2024-100${index}` }));
    const { world } = await scanned(completeScan(...many, vulnerability({ id: 'CVE-1', severity: 'medium' })));
    const failure = await closedBy(world);
    expect(failure?.message).toMatch(/'high' or worse: CVE-2024-1000 \(high\), .*CVE-2024-1004 \(high\) and 2 more/);
    expect(failure?.message).not.toContain('CVE-1 ');
  });

  it('takes the threshold of the environment that the image goes to', async () => {
    const image = (failOn: object) => ({ 'image.json': { scan: { failOn } } });
    const state = completeScan(vulnerability({ severity: 'medium' }));
    const strict = await scanned(state, image({ prod: 'medium', dev: 'critical' }));
    expect((await closedBy(strict.world))?.message).toContain("'medium' or worse");
    await removeFolder(folder);
    const lenient = await scanned(state, image({ prod: 'high', dev: 'low' }));
    expect(await closedBy(lenient.world)).toBeUndefined();
  });

  it('lets exceptions excuse, until the day that they end', async () => {
    const { world } = await scanned(completeScan(vulnerability()), exceptions({ ...exception, expires: '2026-03-02' }));
    const { failure, printed } = await runProgram([...ARGS, '--dry-run', '--json'], world);
    expect(failure).toBeUndefined();
    expect(printed).toContain("nothing 'high' or worse but 1 with an exception");
    const later = { ...world, now: () => new Date('2026-03-03T00:00:00Z') };
    expect((await closedBy(later))?.message).toContain('without an exception');
  });

  it.each([
    ['expired', { ...exception, expires: '2026-03-01' }],
    ['unused', exception],
  ])('is closed for an exception that is %s, though nothing else is wrong', async (kind, one) => {
    const { world } = await scanned(completeScan(), exceptions(one));
    expect((await closedBy(world))?.message).toContain(`looked at again: 'CVE-2024-0001' is ${kind}`);
  });

  it('can be overridden with a reason, which goes into the ledger', async () => {
    const { world, ledgers } = await scanned(completeScan(vulnerability()));
    const { failure } = await runProgram([...ARGS, '--override', 'scanned', '--reason', 'incident 42'], world);
    expect(failure).toBeUndefined();
    expect((await ledgers.prod.entries('api'))[0]?.note).toMatch(
      /^overrode 'scanned' \(.*CVE-2024-0001.*\): incident 42$/,
    );
  });

  it('is not asked where image.json leaves it out, and then no scan is read', async () => {
    const { world } = await scanned(undefined, { 'image.json': { promote: { gates: ['tested'] } } });
    const scans = { ...world.scans, read: () => Promise.reject(new Error('no scan was asked for')) };
    expect(await closedBy({ ...world, scans })).toBeUndefined();
  });

  it('reads the scan of the account and region that the image comes from', async () => {
    const { world, digest } = await scanned(completeScan());
    const asked: object[] = [];
    const scans = { ...world.scans, read: (image: object) => (asked.push(image), Promise.resolve(completeScan())) };
    await closedBy({ ...world, scans });
    expect(asked).toEqual([{ account: '111111111111', region: 'dev-region', repository: 'shop/api', digest }]);
  });
});

describe('a scan that can not be read', () => {
  const denied = (name: string) =>
    new Failure({
      code: 'aws-failed',
      message: `${name}: not authorized to perform: ecr:DescribeImageScanFindings`,
      fix: 'log in',
      cause: Object.assign(new Error('no'), { name }),
    });

  /** Credentials of prod alone: dev's repository is another account's. */
  async function foreign(error: Failure) {
    const { world, ...rest } = await scanned(completeScan());
    const { directory } = world;
    const own = {
      locate: () => directory.locate('prod-region', 'shop/api'),
      locateForeign: () => directory.locate('dev-region', 'shop/api'),
    };
    return {
      ...rest,
      world: { ...world, directory: own, scans: { ...world.scans, read: () => Promise.reject(error) } },
    };
  }

  it('closes the gate where another account refuses it, so that it can be overridden', async () => {
    const { world } = await foreign(denied('AccessDeniedException'));
    expect(await closedBy(world)).toMatchObject({
      code: 'gate-closed',
      message: expect.stringMatching(/can't be read: .*DescribeImageScanFindings/) as unknown,
      fix: expect.stringMatching(/--from-profile/) as unknown,
    });
  });

  it('ends the command where it is no refusal', async () => {
    const { world } = await foreign(denied('ServerException'));
    expect(await closedBy(world)).toMatchObject({ code: 'aws-failed' });
  });
});
