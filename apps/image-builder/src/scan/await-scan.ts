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
  const { scans, now } = waiting;
  const until = now().getTime() + waiting.timeout;
  const before = await scans.read(image);
  const after = (await scans.kind(image.region)) === 'basic' ? await startBasic({ image, before }, waiting) : undefined;
  if (typeof after === 'object') return { state: after, timedOut: false };
  for (;;) {
    const state = await scans.read(image);
    if (state !== undefined && isSettled(state, after)) return { state, timedOut: false };
    if (now().getTime() >= until) return { state, timedOut: true };
    waiting.say(`${state?.status ?? 'not scanned yet'}, waiting`);
    await sleep(waiting);
  }
}

/** @returns when the scan before was complete, which the new one must be after; or a state that no waiting changes */
async function startBasic(
  { image, before }: { readonly image: ScannedImage; readonly before: ScanState | undefined },
  { scans, now, say }: ScanWaiting,
): Promise<string | ScanState | undefined> {
  if (before !== undefined && !isWorthStarting(before, now())) return undefined;
  const start = await scans.start(image);
  if (start === 'unsupported') return refused('UNSUPPORTED_IMAGE');
  if (start === 'archived') return refused('IMAGE_ARCHIVED');
  say(start === 'started' ? 'scan started' : 'scanned within 24 hours: the last scan is read');
  return start === 'started' ? before?.completedAt : undefined;
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
