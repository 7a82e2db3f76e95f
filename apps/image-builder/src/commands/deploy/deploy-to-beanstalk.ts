import type { Beanstalk, BeanstalkState } from '../../deploy/beanstalk/beanstalk.ts';
import { composeBundle } from '../../deploy/beanstalk/compose-bundle.ts';
import type { ComposeBundle } from '../../deploy/beanstalk/compose-bundle.ts';
import type { BeanstalkTarget } from '../../deploy/deploy-config.ts';
import type { World } from '../../world.ts';
import { deploymentFailed } from './deployment-failed.ts';
import type { DeployOutcome, DeployWork } from './deploy-work.ts';
import { planBeanstalk } from './plan-deploy.ts';
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
  const bundle = composeBundle(target, work);
  const waiting = { ...work, beanstalk, now: world.now };
  // Another run may have been ended while its update went on: only a ready environment takes the next.
  const before = dryRun ? await beanstalk.state(target.application, target.environment) : await waitForReady(waiting);
  const { action } = planBeanstalk(bundle.label, before);
  if (!dryRun) await update({ waiting, work, bundle, before });
  return {
    action,
    where: whereOf(target),
    ...(before.versionLabel === undefined ? {} : { previous: before.versionLabel }),
    ...(dryRun ? { files: [{ name: 'docker-compose.yml', text: bundle.compose }] } : {}),
  };
}

interface Update {
  readonly waiting: Waiting;
  readonly work: DeployWork<BeanstalkTarget>;
  readonly bundle: ComposeBundle;
  readonly before: BeanstalkState;
}

async function update({ waiting, work, bundle, before }: Update): Promise<void> {
  const { beanstalk, now } = waiting;
  const { application, environment } = work.target;
  const { action, fallback } = planBeanstalk(bundle.label, before);
  const since = now();
  if (action === 'deploy') {
    await ensureVersion(beanstalk, work, bundle);
    work.say(`deploying the version '${bundle.label}'`);
    await beanstalk.update(application, environment, bundle.label);
    await beanstalk.pause();
  }
  const health = await waitForHealth(waiting, bundle.label);
  if (health.done) return;
  const problems = await beanstalk.problems(environment, since);
  const after = await goBack(waiting, fallback);
  throw deploymentFailed({ ...work, where: whereOf(work.target), reason: health.reason, problems, after });
}

async function ensureVersion(
  beanstalk: Beanstalk,
  { target, reference, digest }: DeployWork<BeanstalkTarget>,
  { label, zip }: ComposeBundle,
): Promise<void> {
  const { application, bucket } = target;
  if ((await beanstalk.version(application, label)) !== undefined) return;
  const description = reference.length <= MAX_DESCRIPTION ? reference : digest;
  const key = `slipway/${application}/${label}.zip`;
  await beanstalk.createVersion(application, { label, description, bucket, key, bundle: zip });
}

/** Puts back the version that was there before, and says in words what runs now. */
async function goBack(waiting: Waiting, label: string | undefined): Promise<string> {
  const { beanstalk, target, say } = waiting;
  if (label === undefined) return 'no earlier version is known, so the environment was left as it is';
  const now = await waitForReady(waiting);
  if (now.versionLabel !== label) {
    say(`going back to the version '${label}'`);
    await beanstalk.update(target.application, target.environment, label);
    await beanstalk.pause();
  }
  const health = await waitForHealth(waiting, label);
  if (health.done) return `the version '${label}' is back`;
  return `going back to the version '${label}' was asked for and isn't complete: ${health.reason}`;
}

function whereOf({ application, environment }: BeanstalkTarget): string {
  return `environment '${environment}' of the application '${application}'`;
}
