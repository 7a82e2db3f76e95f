import type { Cluster } from '../../deploy/eks/cluster.ts';
import type { EksTarget } from '@slipway/deployments';
import { eksManifests } from '../../deploy/eks/eks-manifests.ts';
import type { Manifest } from '../../deploy/eks/manifest.ts';
import { manifestsText } from '../../deploy/eks/manifests-text.ts';
import type { World } from '../../world.ts';
import { deploymentFailed } from './deployment-failed.ts';
import type { DeployOutcome, DeployWork } from './deploy-work.ts';
import { planEks } from './plan-deploy.ts';
import type { EksPlan } from './plan-deploy.ts';

/**
 * Applies the manifests, and waits until all pods run the image.
 * @throws Failure `deploy-failed` after what ran before has been put back
 */
export async function deployToEks(
  work: DeployWork<EksTarget>,
  world: Pick<World, 'openCluster'>,
): Promise<DeployOutcome> {
  const { target, reference, dryRun } = work;
  const cluster = world.openCluster(target);
  const manifests = eksManifests(target, reference);
  const running = await cluster.current(target.name);
  const diff = await cluster.diff(manifests);
  const plan = planEks({ running, diff });
  if (!dryRun) await apply({ work, cluster, manifests, plan });
  return {
    action: plan.action,
    where: whereOf(target),
    ...(running === undefined ? {} : { previous: running.image }),
    ...(dryRun ? { files: [{ name: 'manifests.yaml', text: manifestsText(manifests) }], diff } : {}),
  };
}

interface Rollout {
  readonly work: DeployWork<EksTarget>;
  readonly cluster: Cluster;
  readonly manifests: readonly Manifest[];
  readonly plan: EksPlan;
}

async function apply({ work, cluster, manifests, plan }: Rollout): Promise<void> {
  const { target, reference, timeoutSeconds, say } = work;
  if (plan.action === 'deploy') {
    say(`applying ${manifests.map(({ kind = '' }) => kind).join(', ')}`);
    await cluster.apply(manifests);
  }
  say(`waiting for the rollout, at most ${timeoutSeconds} s`);
  const rollout = await cluster.waitForRollout(target.name, timeoutSeconds);
  if (rollout.done) return;
  const problems = await cluster.problems(target.name);
  const after = await goBack({ work, cluster, revision: plan.fallback });
  throw deploymentFailed({ reference, where: whereOf(target), reason: rollout.reason, problems, after });
}

interface Return {
  readonly work: DeployWork<EksTarget>;
  readonly cluster: Cluster;
  readonly revision: number | undefined;
}

/** Puts back the pods of a revision, and says in words what runs now. */
async function goBack({ work, cluster, revision }: Return): Promise<string> {
  const { target, timeoutSeconds, say } = work;
  if (revision === undefined)
    return 'there is no earlier revision with usable pods, so the failed one was left as it is';
  say(`going back to revision ${revision}`);
  await cluster.undo(target.name, revision);
  const rollout = await cluster.waitForRollout(target.name, timeoutSeconds);
  if (rollout.done) return `the pods of revision ${revision} are back`;
  return `going back to revision ${revision} was asked for and isn't complete: ${rollout.reason}`;
}

function whereOf({ name, namespace, context }: EksTarget): string {
  return `Deployment '${name}' in namespace '${namespace}' of context '${context}'`;
}
