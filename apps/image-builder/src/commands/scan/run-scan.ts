import { readContainerConfig } from '../../config/read-container-config.ts';
import { openRepository } from '../../layers/open-repository.ts';
import { awaitScan } from '../../scan/await-scan.ts';
import type { AwaitedScan } from '../../scan/await-scan.ts';
import { evaluateScan } from '../../scan/evaluation/evaluate-scan.ts';
import { isScanClean } from '../../scan/evaluation/is-scan-clean.ts';
import { readScanExceptions } from '../../scan/exceptions/read-scan-exceptions.ts';
import { scanPhase } from '../../scan/scan-phase.ts';
import type { Severity } from '../../scan/severity.ts';
import type { World } from '../../world.ts';
import { findImage } from './find-image.ts';
import { thresholdOf } from './plan-scan.ts';
import type { ScanReport, ScannedImageReport } from './scan-report.ts';

export interface ScanOptions {
  readonly containers: readonly string[];
  readonly environment: string;
  /** A tag or a digest. Undefined: the image of the last push that is recorded, else the one that the ledger calls released. */
  readonly reference: string | undefined;
  /** Undefined: what `image.json` says. */
  readonly failOn: Severity | undefined;
  /** For one image, in minutes. */
  readonly timeout: number;
  readonly recordDir: string;
  /** Between two questions, in milliseconds. @default 5,000 */
  readonly interval?: number;
}

/** Scans the containers' images in an environment's registry and judges what is found. */
export async function runScan(options: ScanOptions, world: World): Promise<ScanReport> {
  const { catalog, progress } = world;
  const names = [...new Set(options.containers)];
  names.forEach((name) => catalog.target(catalog.container(name), options.environment));
  const images: ScannedImageReport[] = [];
  for (const name of names) {
    const title = `scan ${name} in ${options.environment}`;
    images.push(await progress.during(title, (say) => scanOne({ name, options, say }, world)));
  }
  return { schemaVersion: 1, report: 'scan', environment: options.environment, images };
}

interface OneScan {
  readonly name: string;
  readonly options: ScanOptions;
  readonly say: (line: string) => void;
}

async function scanOne({ name, options, say }: OneScan, world: World): Promise<ScannedImageReport> {
  const { failOn: flag, environment, timeout, interval } = options;
  const { context } = world.catalog.container(name);
  const config = await readContainerConfig(world, context);
  const exceptions = await readScanExceptions(world.workspace, context);
  const repository = await openRepository(name, environment, world);
  const { place, target } = repository;
  const { digest, chosenBy } = await findImage(repository, options, world);
  const image = { region: place.region, repository: target.repository, digest };
  const { scans, now, signal } = world;
  const waiting = {
    scans,
    now,
    signal,
    say,
    timeout: timeout * 60_000,
    ...(interval === undefined ? {} : { interval }),
  };
  const kind = await scans.kind(place.region);
  const awaited = await awaitScan(image, waiting);
  const failOn = thresholdOf({ flag, config, environment });
  const today = now().toISOString().slice(0, 10);
  const evaluation = evaluateScan({ state: awaited.state, failOn, exceptions, today });
  const { completedAt } = awaited.state ?? {};
  return {
    container: name,
    context,
    uri: place.uri,
    region: place.region,
    digest,
    chosenBy,
    kind,
    status: awaited.state?.status ?? 'not scanned',
    ...(completedAt === undefined ? {} : { completedAt }),
    failOn,
    clean: isScanClean(evaluation),
    ...evaluation,
    ...problemOf(awaited, timeout),
  };
}

/** Why a scan has no result. */
function problemOf({ state, timedOut }: AwaitedScan, minutes: number): Pick<ScannedImageReport, 'problem'> {
  if (timedOut) {
    const message = `the scan was not done within ${minutes} minutes: ${state?.status ?? 'not scanned'}`;
    const fix =
      state === undefined
        ? 'under enhanced scanning, check that a scanning rule of the registry matches the repository; else give a longer --timeout'
        : 'run the command again, or give a longer --timeout';
    return { problem: { message, fix } };
  }
  const phase = state === undefined ? 'done' : scanPhase(state);
  return typeof phase === 'object' ? { problem: { message: phase.failed, fix: phase.fix } } : {};
}
