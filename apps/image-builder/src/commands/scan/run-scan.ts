import type { Container, PushTarget } from '../../catalog/catalog.ts';
import { readContainerConfig } from '../../config/read-container-config.ts';
import type { RepositoryPlace } from '../../ecr/repository-directory.ts';
import { Failure } from '../../failure.ts';
import { locate } from '../../locate.ts';
import { awaitScan } from '../../scan/await-scan.ts';
import type { AwaitedScan } from '../../scan/await-scan.ts';
import { evaluateScan } from '../../scan/evaluation/evaluate-scan.ts';
import { isScanClean } from '../../scan/evaluation/is-scan-clean.ts';
import { readScanExceptions } from '../../scan/exceptions/read-scan-exceptions.ts';
import { scanPhase } from '../../scan/scan-phase.ts';
import type { Severity } from '../../scan/severity.ts';
import type { World } from '../../world.ts';
import { recordedDigest } from '../push/read-registry.ts';
import { thresholdOf } from './plan-scan.ts';
import type { ScanReport, ScannedImageReport } from './scan-report.ts';

export interface ScanOptions {
  readonly containers: readonly string[];
  readonly environment: string;
  /** A tag or a digest. Undefined: the image of the last push that is recorded. */
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
  const containers = [...new Set(options.containers)].map((name) => world.catalog.container(name));
  const wanted = containers.map((container) => ({
    container,
    target: world.catalog.target(container, options.environment),
  }));
  const images: ScannedImageReport[] = [];
  for (const one of wanted) {
    const title = `scan ${one.container.name} in ${options.environment}`;
    images.push(await world.progress.during(title, (say) => scanOne({ ...one, options, say }, world)));
  }
  return { schemaVersion: 1, report: 'scan', environment: options.environment, images };
}

interface OneScan {
  readonly container: Container;
  readonly target: PushTarget;
  readonly options: ScanOptions;
  readonly say: (line: string) => void;
}

async function scanOne(one: OneScan, world: World): Promise<ScannedImageReport> {
  const { container, target, options, say } = one;
  const { failOn: flag, environment, timeout, interval } = options;
  const config = await readContainerConfig(world, container.context);
  const exceptions = await readScanExceptions(world.workspace, container.context);
  const place = await locate(target, world);
  const image = { region: place.region, repository: target.repository, digest: await digestOf(one, place, world) };
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
  const { name, context } = container;
  const { completedAt } = awaited.state ?? {};
  return {
    container: name,
    context,
    uri: place.uri,
    region: place.region,
    digest: image.digest,
    kind,
    status: awaited.state?.status ?? 'not scanned',
    ...(completedAt === undefined ? {} : { completedAt }),
    failOn,
    clean: isScanClean(evaluation),
    ...evaluation,
    ...problemOf(awaited, timeout),
  };
}

async function digestOf(
  { container, options, target }: OneScan,
  place: RepositoryPlace,
  world: World,
): Promise<string> {
  const { reference, environment, recordDir } = options;
  const { progress } = world;
  const store = world.openRecords(recordDir);
  const name = `${container.name}.${environment}`;
  const wanted = reference ?? (await recordedDigest({ store, name, place, progress }));
  const digest = wanted === undefined ? undefined : await world.openRegistry(place).digestOf(wanted);
  if (digest !== undefined) return digest;
  const message =
    wanted === undefined
      ? `no push of '${container.name}' to '${environment}' is recorded in '${recordDir}'`
      : `'${target.repository}' in '${environment}' holds no image '${wanted}'`;
  throw new Failure({ code: 'image-missing', message, fix: 'push it first, or give --tag or --digest' });
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
