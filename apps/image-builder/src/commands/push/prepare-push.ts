import type { GitFacts, Tag } from '@slipway/images';
import type { CacheFlags } from '../../cache/cache-flags.ts';
import { openCache } from '../../cache/open-cache.ts';
import type { Container, PushTarget } from '../../catalog/catalog.ts';
import { collectInputs } from '../../inputs/collect-inputs.ts';
import type { Turns } from '../build/turns.ts';
import { locate } from '../../locate.ts';
import type { RecordStore } from '../../records/record-store.ts';
import { containerTags } from '../../tags/container-tags.ts';
import type { World } from '../../world.ts';
import type { PushWork } from './apply-push.ts';
import { planPush } from './plan-push.ts';
import type { PushPlan } from './plan-push.ts';
import { readTags, recordedDigest } from './read-registry.ts';

/** One container that an environment is to hold. */
export interface OnePush {
  readonly container: Container;
  readonly target: PushTarget;
  readonly git: GitFacts;
  readonly store: RecordStore;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** @default as image.json says */
  readonly cache?: CacheFlags | undefined;
  readonly say: (line: string) => void;
  /** When it may be built. @default at once */
  readonly inTurn?: Turns;
}

export interface PreparedPush {
  readonly one: OnePush;
  readonly tags: readonly Tag[];
  readonly work: PushWork;
  readonly plan: PushPlan;
}

/** Reads the inputs and the registry and says what a push would do. It sends nothing; base images that lack are pulled. */
export async function preparePush(one: OnePush, world: World): Promise<PreparedPush> {
  const { container, target, git, buildArgs, say } = one;
  const place = await locate(target, world);
  const inputs = await collectInputs({ ...world, container, buildArgs, say });
  const facts = { world, container, git, inputsHash: inputs.hash };
  const tags = tagsIn(target, await containerTags({ ...facts, environment: target.environment }));
  const inTurn = one.inTurn === undefined ? {} : { inTurn: one.inTurn };
  const local = await containerTags(facts);
  const work = {
    container,
    git,
    inputs,
    tags: local,
    force: false,
    say,
    cache: () =>
      openCache({ container, git, flags: one.cache, say, target: { environment: target.environment, place } }, world),
    ...inTurn,
    place,
    registry: world.openRegistry(place),
  };
  return { one, tags, work, plan: await planOf({ one, tags, work }, world) };
}

/** Asks the registry anew what is left to do. */
export async function planOf({ one, tags, work }: Omit<PreparedPush, 'plan'>, { progress }: World): Promise<PushPlan> {
  const { registry, place, inputs } = work;
  const digest = await recordedDigest({ store: one.store, name: recordName(one), place, progress });
  const recorded = digest === undefined ? undefined : await registry.find(digest);
  return planPush({ inputsHash: inputs.hash, tags, there: await readTags(registry, tags), recorded });
}

export function recordName({ container, target }: Pick<OnePush, 'container' | 'target'>): string {
  return `${container.name}.${target.environment}`;
}

/** A moving tag goes only where the repository says that it moves; production has none. */
function tagsIn({ movingTags }: PushTarget, tags: readonly Tag[]): Tag[] {
  return tags.filter(({ name, moving }) => !moving || movingTags.includes(name));
}
