import { interrupted, isFailure } from '@slipway/cli';
import type { Failure } from '@slipway/cli';
import type { ImageRecord, PushedFacts } from '@slipway/images';
import type { World } from '../../world.ts';
import { preparePush } from '../push/prepare-push.ts';
import type { OnePush } from '../push/prepare-push.ts';
import { pushOne } from '../push/push-one.ts';
import { refusal } from '../push/settle-push.ts';
import type { Published } from './publish-report.ts';
import { recordPublish } from './record-publish.ts';

export interface OnePublish extends Omit<OnePush, 'buildArgs' | 'cache'> {
  readonly options: {
    readonly buildArgs: OnePush['buildArgs'];
    readonly cache?: OnePush['cache'];
    readonly dryRun: boolean;
    readonly ledger: boolean;
  };
}

/** Publishes a container and answers what became of it. A bug is kept until the others are done: the answer throws it. */
export async function publishOne(one: OnePublish, world: World): Promise<() => Published> {
  try {
    if (world.signal.aborted) throw interrupted();
    const push = { ...one, buildArgs: one.options.buildArgs, cache: one.options.cache };
    const published = one.options.dryRun ? await planned(push, world) : await done(push, one.options.ledger, world);
    return () => published;
  } catch (error) {
    if (isFailure(error)) return () => failed(one, error);
    return () => {
      throw error;
    };
  }
}

async function planned(push: OnePush, world: World): Promise<Published> {
  const prepared = await preparePush(push, world);
  const { plan, tags } = prepared;
  const facts = { container: push.container.name, outcome: 'planned' } as const;
  switch (plan.action) {
    case 'refuse':
      throw await refusal({ ...prepared, plan }, world);
    case 'keep':
      return { ...facts, action: 'keep', tags: [] };
    case 'tag':
      return { ...facts, action: 'tag', tags: plan.tags };
    case 'push':
      return { ...facts, action: 'push', tags: tags.map(({ name }) => name) };
    default:
      return plan satisfies never;
  }
}

async function done(push: OnePush, hasLedger: boolean, world: World): Promise<Published> {
  const image = await pushOne(push, world);
  const facts = { container: push.container.name, outcome: 'published', image } as const;
  if (!hasLedger || !isPushed(image)) return facts;
  return { ...facts, release: (await recordPublish(image, world)).sequence };
}

function isPushed(image: ImageRecord): image is ImageRecord & { readonly pushed: PushedFacts } {
  return image.pushed !== undefined;
}

function failed({ container }: OnePublish, { code, message, fix }: Failure): Published {
  return { container: container.name, outcome: 'failed', error: { code, message, fix } };
}
