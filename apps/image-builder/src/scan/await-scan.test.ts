import { describe, expect, it } from '@jest/globals';
import { awaitScan } from './await-scan.ts';
import type { ScanWaiting } from './await-scan.ts';
import type { ScanState } from './image-scans.ts';
import { MemoryImageScans } from './memory-image-scans.ts';
import { completeScan, vulnerability } from './testing/scan-states.ts';

const image = { region: 'us-east-1', repository: 'shop/api', digest: 'sha256:abc' };
const NOW = Date.parse('2026-03-02T12:00:00Z');
const running: ScanState = { status: 'IN_PROGRESS', description: '', vulnerabilities: [] };
const done = completeScan(vulnerability());
const old = { ...done, completedAt: '2026-02-01T00:00:00.000Z' };

/** A minute passes at each look at the clock. */
function waiting(scans: MemoryImageScans, more: Partial<ScanWaiting> = {}): ScanWaiting {
  let minutes = 0;
  const now = () => {
    minutes += 1;
    return new Date(NOW + minutes * 60_000);
  };
  const { signal } = new AbortController();
  return { scans, now, signal, say: () => undefined, timeout: 15 * 60_000, interval: 0, ...more };
}

function scansOf(states: readonly ScanState[], before?: ScanState): MemoryImageScans {
  const scans = new MemoryImageScans();
  scans.put(image.digest, states, before);
  return scans;
}

describe('awaitScan', () => {
  it('starts a basic scan and waits for its result', async () => {
    const scans = scansOf([running, running, done]);
    expect(await awaitScan(image, waiting(scans))).toEqual({ state: done, timedOut: false });
    expect(scans.started).toEqual([image.digest]);
  });

  it('starts none when there is a result of the last 24 hours', async () => {
    const scans = scansOf([running], done);
    expect(await awaitScan(image, waiting(scans))).toEqual({ state: done, timedOut: false });
    expect(scans.started).toEqual([]);
  });

  it('starts a new one when the last is older, and does not take the old result for the new one', async () => {
    const scans = scansOf([old, running, done], old);
    expect(await awaitScan(image, waiting(scans))).toEqual({ state: done, timedOut: false });
    expect(scans.started).toEqual([image.digest]);
  });

  it('reads the last one where ECR allows no new one', async () => {
    const scans = scansOf([], old);
    scans.answer = 'too-soon';
    expect(await awaitScan(image, waiting(scans))).toEqual({ state: old, timedOut: false });
  });

  it.each([
    ['unsupported', 'UNSUPPORTED_IMAGE'],
    ['archived', 'IMAGE_ARCHIVED'],
  ] as const)('waits for nothing when the image is %s', async (answer, status) => {
    const scans = scansOf([]);
    scans.answer = answer;
    expect(await awaitScan(image, waiting(scans))).toMatchObject({ state: { status }, timedOut: false });
  });

  it('starts no enhanced scan, and waits for it', async () => {
    const scans = new MemoryImageScans('enhanced');
    const active: ScanState = { status: 'ACTIVE', description: '', vulnerabilities: [] };
    scans.put(image.digest, [{ ...running, status: 'PENDING' }, { ...running, status: 'PENDING' }, active]);
    expect(await awaitScan(image, waiting(scans))).toEqual({ state: active, timedOut: false });
    expect(scans.started).toEqual([]);
  });

  it('stops waiting in the end', async () => {
    const scans = scansOf(Array<ScanState>(100).fill(running));
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    expect(await awaitScan(image, waiting(scans, { timeout: 3 * 60_000, say }))).toEqual({
      state: running,
      timedOut: true,
    });
    expect(lines).toEqual(['scan started', 'IN_PROGRESS, waiting', 'IN_PROGRESS, waiting']);
  });

  it('ends when the user ends the command', async () => {
    const ending = new AbortController();
    const scan = awaitScan(
      image,
      waiting(scansOf(Array<ScanState>(9).fill(running)), { signal: ending.signal, interval: 60_000 }),
    );
    ending.abort();
    await expect(scan).rejects.toMatchObject({ code: 'interrupted' });
  });
});
