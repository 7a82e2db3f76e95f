import type { EnvironmentSpec } from '@slipway/environments';
import type { Digest, ReleaseEntry } from '@slipway/images';
import type { Container, PushTarget } from '../../catalog/catalog.ts';
import { digestOfLabel } from '@slipway/deployments';
import { digestIn } from '@slipway/images';
import { Failure } from '../../failure.ts';
import { recordRelease } from '../../ledger/record-release.ts';
import { locate } from '../../locate.ts';
import type { World } from '../../world.ts';
import { chooseImage } from './choose-image.ts';
import type { ImageChoice, ImageQuestion } from './choose-image.ts';
import type { DeployReport } from './deploy-report.ts';
import { deployTargetOf } from './deploy-target.ts';
import { deployToBeanstalk } from './deploy-to-beanstalk.ts';
import { deployToEks } from './deploy-to-eks.ts';
import type { DeployOutcome, DeployWork } from './deploy-work.ts';

export interface DeployOptions extends ImageChoice {
  readonly container: string;
  readonly environment: string;
  readonly dryRun: boolean;
  /** How long to wait until it is healthy, and as long again for going back. */
  readonly timeoutSeconds: number;
}

/** Makes it true that an image runs where its container is deployed in an environment, and writes that into the ledger. */
export async function runDeploy(options: DeployOptions, world: World): Promise<DeployReport> {
  const container = world.catalog.container(options.container);
  const place = world.catalog.target(container, options.environment);
  const { entries, question, ...prepared } = await prepare({ container, place, options }, world);
  const outcome = await world.progress.during(`deploy ${container.name} to ${place.environment}`, async (say) => {
    if (!options.dryRun) await requireSameImage(prepared.digest, question, world);
    return deploy({ ...prepared, say }, world);
  });
  const report: DeployReport = {
    schemaVersion: 1,
    report: 'deploy',
    container: container.name,
    environment: place.environment,
    kind: prepared.target.kind,
    reference: prepared.reference,
    digest: prepared.digest,
    dryRun: options.dryRun,
    ...outcome,
  };
  if (!options.dryRun) await record({ report, place, entries, tag: options.tag }, world);
  return report;
}

interface Asked {
  readonly container: Container;
  readonly place: PushTarget;
  readonly options: DeployOptions;
}

type Question = Omit<ImageQuestion, 'entries'>;

type Prepared = Omit<DeployWork, 'say'> & { readonly entries: readonly ReleaseEntry[]; readonly question: Question };

/** Everything that may be wrong is found here, before anything is changed. */
async function prepare({ container, place: target, options }: Asked, world: World): Promise<Prepared> {
  const deployTarget = await deployTargetOf(container, target, world);
  const place = await locate(target, world);
  const entries = await world.openLedger(specOf(target, world)).entries(container.name);
  const question = { container, target, place, choice: options };
  const digest = await chooseImage({ ...question, entries }, world);
  const { dryRun, timeoutSeconds } = options;
  const reference = `${place.uri}@${digest}`;
  const last = lastDeployed(entries);
  const deployedBefore = last === digest ? undefined : last;
  const { region } = target;
  const work = { target: deployTarget, region, reference, digest, deployedBefore, dryRun, timeoutSeconds };
  return { ...work, entries, question };
}

/** A release or a tag may have gone to another image since it was looked up. */
async function requireSameImage(digest: Digest, question: Question, world: World): Promise<void> {
  const { container, target, place } = question;
  const entries = await world.openLedger(specOf(target, world)).entries(container.name);
  const now = await chooseImage({ ...question, entries }, world);
  if (now === digest) return;
  throw new Failure({
    code: 'plan-stale',
    message: `'${place.uri}@${digest}' was to be deployed when this was planned, and '${now}' is now`,
    fix: 'run the command again, or name the image by --digest',
  });
}

function deploy({ target, ...work }: DeployWork, world: World): Promise<DeployOutcome> {
  switch (target.kind) {
    case 'eks':
      return deployToEks({ ...work, target }, world);
    case 'beanstalk':
      return deployToBeanstalk({ ...work, target }, world);
    default:
      return target satisfies never;
  }
}

interface Deployed {
  readonly report: DeployReport;
  readonly place: PushTarget;
  readonly entries: readonly ReleaseEntry[];
  readonly tag: string | undefined;
}

/** A run that was ended between the rollout and its entry is made up for by the next: what counts is the last deployment in the ledger. */
async function record({ report, place, entries, tag }: Deployed, world: World): Promise<void> {
  const { container, digest, where, previous } = report;
  if (lastDeployed(entries) === digest && report.action === 'keep') return;
  const found = previous === undefined ? undefined : (digestIn(previous) ?? digestOfLabel(previous));
  // An ended run has replaced what ran before: only the ledger still knows it.
  const before = found === digest ? lastDeployed(entries) : found;
  await recordRelease(world, {
    environment: specOf(place, world),
    container,
    action: 'deploy',
    repository: place.repository,
    digest,
    tags: tag === undefined ? [] : [tag],
    ...(before === undefined || before === digest ? {} : { previous: before }),
    note: where,
  });
}

function lastDeployed(entries: readonly ReleaseEntry[]): Digest | undefined {
  return entries.findLast(({ action }) => action === 'deploy')?.digest;
}

function specOf({ environment }: PushTarget, { specs }: World): EnvironmentSpec {
  const spec = specs[environment];
  if (spec !== undefined) return spec;
  const message = `there is no environment '${environment}'`;
  throw new Failure({ code: 'unknown-environment', message, fix: `use one of: ${Object.keys(specs).join(', ')}` });
}
