import type { BuiltFacts, Digest, PushedFacts } from '@slipway/images';
import { Failure } from '../../failure.ts';
import type { ImageRegistry } from '../../registry/image-registry.ts';
import { retryTransport } from '../../registry/retry-transport.ts';
import type { World } from '../../world.ts';
import { buildImage } from '../build/build-image.ts';
import type { ImageRequest } from '../build/build-image.ts';
import type { KnownImage, PushPlan } from './plan-push.ts';
import type { RepositoryPlace } from '../../ecr/repository-directory.ts';

export interface PushWork extends ImageRequest {
  readonly place: RepositoryPlace;
  readonly registry: ImageRegistry;
}

/** What is true in the registry after the push. */
export interface PushOutcome {
  readonly result: PushedFacts['result'];
  readonly digest: Digest;
  readonly imageId: Digest;
  readonly compressedBytes: number;
  /** Absent when the engine had nothing to do. */
  readonly built?: BuiltFacts;
}

/** Does what the plan says, and asks the registry after each step whether it is so. */
export async function applyPush(
  plan: Exclude<PushPlan, { action: 'refuse' }>,
  work: PushWork,
  world: World,
): Promise<PushOutcome> {
  switch (plan.action) {
    case 'keep':
      work.say('up to date: the registry has it under every tag');
      return outcome('up-to-date', plan.image);
    case 'tag':
      await addTags(plan.image.digest, plan.tags, work);
      return outcome('tagged', plan.image);
    case 'push':
      return push(plan, work, world);
    default:
      return plan satisfies never;
  }
}

async function push(
  { tag, others }: PushPlan & { action: 'push' },
  work: PushWork,
  world: World,
): Promise<PushOutcome> {
  const { place, registry, say } = work;
  const { image, built } = await buildImage(work, world);
  await world.engine.tag(image.id, `${place.uri}:${tag}`);
  const { uri, credentials } = place;
  const request = { uri, tag, credentials, onLine: say, signal: world.signal };
  const digest = await retryTransport(() => world.engine.push(request));
  await prove(digest, tag, work);
  await addTags(digest, others, work);
  const pushed = await registry.find(digest);
  if (pushed === undefined) throw unproven(`${uri}@${digest}`, 'nothing');
  return { result: 'pushed', digest, imageId: image.id, compressedBytes: pushed.compressedBytes, built };
}

async function addTags(digest: Digest, tags: readonly string[], work: PushWork): Promise<void> {
  for (const tag of tags) {
    await work.registry.addTag(digest, tag);
    await prove(digest, tag, work);
    work.say(`tagged: ${tag}`);
  }
}

async function prove(digest: Digest, tag: string, { registry, place }: PushWork): Promise<void> {
  const seen = await registry.digestOf(tag);
  if (seen !== digest) throw unproven(`${place.uri}:${tag}`, seen ?? 'nothing', digest);
}

function unproven(name: string, seen: string, wanted = 'the pushed image'): Failure {
  return new Failure({
    code: 'push-unproven',
    message: `the registry shows '${seen}' at '${name}' after the push, not '${wanted}'`,
    fix: 'see who else pushes this tag, and push again',
  });
}

function outcome(result: PushedFacts['result'], { digest, imageId, compressedBytes }: KnownImage): PushOutcome {
  return { result, digest, imageId, compressedBytes };
}
