import { setTimeout as pause } from 'node:timers/promises';
import { interrupted } from '@slipway/cli';
import type { ImageScans, ScanState, ScannedImage } from './image-scans.ts';
import { scanPhase } from './scan-phase.ts';

/** A basic scan of an image can be started once in this time, in milliseconds (ECR, StartImageScan). */
const ONE_SCAN_IN = 24 * 60 * 60 * 1000;

export interface ScanWaiting {
  readonly scans: ImageScans;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  /** How long to wait for a result, in milliseconds. */
  readonly timeout: number;
  /** Between two questions, in milliseconds. @default 5,000 */
  readonly interval?: number;
}

export interface AwaitedScan {
  /** Undefined: the image was not scanned in that time. */
  readonly state: ScanState | undefined;
  readonly timedOut: boolean;
}

/** The newest scan that can be had: a basic one is started where that is possible, and waited for. */
export async function awaitScan(image: ScannedImage, waiting: ScanWaiting): Promise<AwaitedScan> {
  const { scans, now, say, timeout } = waiting;
  const until = now().getTime() + timeout;
  const start = await startBasic(image, waiting);
  if (start.refused !== undefined) return { state: start.refused, timedOut: false };
  for (;;) {
    const state = await scans.read(image);
    if (state !== undefined && isSettled(state, start.after)) return { state, timedOut: false };
    if (now().getTime() >= until) return { state, timedOut: true };
    say(`${state?.status ?? 'not scanned yet'}, waiting`);
    await sleep(waiting);
  }
}

interface Started {
  /** A state that no waiting changes. @default the image can be scanned */
  readonly refused?: ScanState;
  /** When the scan before was complete: only a later result is that of the new scan. @default any result is */
  readonly after?: string | undefined;
}

/** Starts a basic scan where there is none that is new enough. An enhanced one starts by itself. */
async function startBasic(image: ScannedImage, { scans, now, say }: ScanWaiting): Promise<Started> {
  if ((await scans.kind(image.region)) === 'enhanced') return {};
  const before = await scans.read(image);
  if (before !== undefined && !isWorthStarting(before, now())) return {};
  switch (await scans.start(image)) {
    case 'started':
      say('scan started');
      return { after: before?.completedAt };
    case 'too-soon':
      say('scanned within 24 hours: the last scan is read');
      return {};
    case 'unsupported':
      return { refused: refused('UNSUPPORTED_IMAGE') };
    case 'archived':
      return { refused: refused('IMAGE_ARCHIVED') };
  }
}

/** A running scan is waited for, and a result of today is as new as it gets. */
function isWorthStarting(state: ScanState, now: Date): boolean {
  if (scanPhase(state) === 'running') return false;
  return state.completedAt === undefined || now.getTime() - Date.parse(state.completedAt) >= ONE_SCAN_IN;
}

function refused(status: 'UNSUPPORTED_IMAGE' | 'IMAGE_ARCHIVED'): ScanState {
  return { status, description: '', vulnerabilities: [] };
}

function isSettled(state: ScanState, after: string | undefined): boolean {
  const phase = scanPhase(state);
  if (phase === 'running') return false;
  return phase !== 'done' || after === undefined || (state.completedAt ?? after) > after;
}

async function sleep({ interval = 5_000, signal }: ScanWaiting): Promise<void> {
  try {
    await pause(interval, undefined, { signal });
  } catch (cause) {
    throw interrupted(cause);
  }
}
