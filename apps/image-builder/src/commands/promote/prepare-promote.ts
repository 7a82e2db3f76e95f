import { currentRelease } from '@slipway/images';
import type { Digest, ReleaseEntry } from '@slipway/images';
import type { Container } from '../../catalog/catalog.ts';
import { readContainerConfig } from '../../config/read-container-config.ts';
import { openEnd, openSource } from '../../release/open-end.ts';
import type { EnvironmentEnd } from '../../release/open-end.ts';
import { digestsOf, tagsOf } from '../../release/tags-of.ts';
import type { World } from '../../world.ts';
import { chooseCandidate, missing } from './choose-candidate.ts';
import { judgeGates } from './gates/judge-gates.ts';
import type { JudgedGate } from './gates/judge-gates.ts';
import { readScan } from './gates/read-scan.ts';
import { planPromote, stayingTags } from './plan-promote.ts';
import type { PromotePlan } from './plan-promote.ts';
import { refusedPlan } from './refused-plan.ts';
import type { PromoteOptions } from './run-promote.ts';

/** A promotion that is planned: what is read of both ends, what is to be done, and what the gates say. */
export interface PreparedPromotion {
  readonly container: Container;
  readonly source: EnvironmentEnd;
  readonly target: EnvironmentEnd;
  readonly digest: Digest;
  /** The tags that the image gets. */
  readonly tags: readonly string[];
  readonly commit: string | undefined;
  /** What is released in the target environment. */
  readonly current: Digest | undefined;
  readonly plan: PromotePlan & { readonly action: 'keep' | 'promote' };
  /** None where nothing new is released. */
  readonly gates: readonly JudgedGate[];
}

/** Reads both ends and changes nothing. @throws Failure `image-missing`, `tag-conflict`, `wrong-account`, `ledger-unreadable` ... */
export async function preparePromote(
  container: Container,
  options: PromoteOptions,
  world: World,
): Promise<PreparedPromotion> {
  const { from, to, fromProfile, toProfile } = options;
  const source = await openSource({ container, environment: from, profile: fromProfile }, world);
  const target = await openEnd({ container, environment: to, profile: toProfile }, world);
  const entries = await source.access.openLedger(source.spec).entries(container.name);
  const digest = await chooseCandidate(options, source, entries);
  const image = (await source.registry.find(digest)) ?? missing(`${source.place.uri}@${digest}`);
  const { labels } = image;
  const both = { container, source, target, digest };
  const tags = await tagsOf(source.registry, { digest, among: source.isForeign ? known(entries, options) : undefined });
  const { targetEntries, ...planned } = await planBoth(both, tags);
  const asked = { ...both, entries, targetEntries, labels };
  const gates = planned.plan.action === 'keep' ? [] : await ask(asked, options, world);
  return { ...both, commit: labels['org.opencontainers.image.revision'], ...planned, gates };
}

type Ends = Pick<PreparedPromotion, 'container' | 'source' | 'target' | 'digest'>;

/** Tags that an image may have, as far as they are known without a list of all of them. */
function known(entries: readonly ReleaseEntry[], { tag }: PromoteOptions): string[] {
  return [...entries.flatMap(({ tags }) => tags), ...(tag === undefined ? [] : [tag])];
}

async function planBoth({ container, source, target, digest }: Ends, allTags: readonly string[]) {
  const moving = [...source.target.movingTags, ...target.target.movingTags];
  const tags = stayingTags(allTags, moving);
  const targetEntries = await target.access.openLedger(target.spec).entries(container.name);
  const current = currentRelease(targetEntries)?.digest;
  const there = await digestsOf(target.registry, tags);
  const isThere = (await target.registry.digestOf(digest)) === digest;
  const plan = planPromote({ digest, tags, there, isThere, current });
  if (plan.action === 'untagged' || plan.action === 'refuse') throw refusedPlan(plan, { source, target, digest });
  return { tags, current, plan, targetEntries };
}

interface Asked extends Ends {
  readonly entries: readonly ReleaseEntry[];
  readonly targetEntries: readonly ReleaseEntry[];
  readonly labels: Readonly<Record<string, string>>;
}

async function ask(
  { container, source, target, labels, ...ledgers }: Asked,
  { overrides }: PromoteOptions,
  world: World,
): Promise<JudgedGate[]> {
  const config = await readContainerConfig(world, container.context);
  const { gates, maxAgeDays } = config.promote;
  const { digest } = ledgers;
  const isAsked = gates.includes('scanned');
  const facts = {
    container: container.name,
    from: source.spec.name,
    to: target.spec.name,
    ...ledgers,
    created: labels['org.opencontainers.image.created'],
    scan: isAsked ? await readScan({ container, config, source, target, digest }, world) : undefined,
    now: world.now(),
    maxAgeDays,
  };
  return judgeGates({ facts, gates, overrides });
}
