import type { Beanstalk } from '../../deploy/beanstalk/beanstalk.ts';
import { composeBundle } from '../../deploy/beanstalk/compose-bundle.ts';
import type { ComposeBundle } from '../../deploy/beanstalk/compose-bundle.ts';
import type { BeanstalkTarget } from '@slipway/deployments';
import type { World } from '../../world.ts';
import { deploymentFailed } from './deployment-failed.ts';
import type { DeployOutcome, DeployWork } from './deploy-work.ts';
import { planBeanstalk } from './plan-deploy.ts';
import type { BeanstalkPlan } from './plan-deploy.ts';
import { waitForHealth, waitForReady } from './wait-for-beanstalk.ts';
import type { Waiting } from './wait-for-beanstalk.ts';

/** Most characters of a version's description (Elastic Beanstalk CreateApplicationVersion). */
const MAX_DESCRIPTION = 200;

/**
 * Makes a version of the image, deploys it, and waits until the environment is green.
 * @throws Failure `deploy-failed` after the version before has been put back
 */
export async function deployToBeanstalk(
  work: DeployWork<BeanstalkTarget>,
  world: Pick<World, 'openBeanstalk' | 'now'>,
): Promise<DeployOutcome> {
  const { target, region, dryRun } = work;
  const beanstalk = world.openBeanstalk(target.region ?? region);
  const waiting = { ...work, beanstalk, now: world.now };
  // Another run may have been ended while its update went on: only a ready environment takes the next.
  const state = dryRun ? await beanstalk.state(target.application, target.environment) : await waitForReady(waiting);
  const bundle = composeBundle(target, work);
  const before = bundleBefore(work);
  const plan = planBeanstalk({ label: bundle.label, state, before: before?.label });
  if (!dryRun) await update({ waiting, work, bundle, before, plan });
  return {
    action: plan.action,
    where: whereOf(target),
    ...(state.versionLabel === undefined ? {} : { previous: state.versionLabel }),
    ...(dryRun ? { files: [{ name: 'docker-compose.yml', text: bundle.compose }] } : {}),
  };
}

/** The image that was deployed before, with the settings of today. */
function bundleBefore({
  target,
  reference,
  deployedBefore: digest,
}: DeployWork<BeanstalkTarget>): PinnedBundle | undefined {
  if (digest === undefined) return undefined;
  const pinned = { digest, reference: reference.replace(/@.*$/, `@${digest}`) };
  return { ...pinned, ...composeBundle(target, pinned) };
}

type PinnedBundle = ComposeBundle & Pick<DeployWork, 'reference' | 'digest'>;

interface Update {
  readonly waiting: Waiting;
  readonly work: DeployWork<BeanstalkTarget>;
  readonly bundle: ComposeBundle;
  readonly before: PinnedBundle | undefined;
  readonly plan: BeanstalkPlan;
}

async function update({ waiting, work, bundle, before, plan }: Update): Promise<void> {
  const { beanstalk, now } = waiting;
  const since = now();
  if (plan.action === 'deploy') {
    await ensureVersion(beanstalk, work.target, { ...work, ...bundle });
    await start(waiting, bundle.label);
  }
  const health = await waitForHealth(waiting, bundle.label);
  if (health.done) return;
  const problems = await beanstalk.problems(work.target.environment, since);
  if (before !== undefined && plan.fallback === before.label) await ensureVersion(beanstalk, work.target, before);
  const after = await goBack(waiting, plan.fallback);
  throw deploymentFailed({ ...work, where: whereOf(work.target), reason: health.reason, problems, after });
}

async function ensureVersion(
  beanstalk: Beanstalk,
  { application, bucket }: BeanstalkTarget,
  { label, zip, reference, digest }: PinnedBundle,
): Promise<void> {
  if ((await beanstalk.version(application, label)) !== undefined) return;
  const description = reference.length <= MAX_DESCRIPTION ? reference : digest;
  const key = `slipway/${application}/${label}.zip`;
  await beanstalk.createVersion(application, { label, description, bucket, key, bundle: zip });
}

async function start({ beanstalk, target, say }: Waiting, label: string): Promise<void> {
  say(`deploying the version '${label}'`);
  await beanstalk.update(target.application, target.environment, label);
  await beanstalk.pause();
}

/** Puts back the version that was there before, and says in words what runs now. */
async function goBack(waiting: Waiting, label: string | undefined): Promise<string> {
  if (label === undefined) return 'no earlier version is known, so the environment was left as it is';
  const now = await waitForReady(waiting);
  if (now.versionLabel !== label) await start(waiting, label);
  const health = await waitForHealth(waiting, label);
  if (health.done) return `the version '${label}' is back`;
  return `going back to the version '${label}' was asked for and isn't complete: ${health.reason}`;
}

function whereOf({ application, environment }: BeanstalkTarget): string {
  return `environment '${environment}' of the application '${application}'`;
}
