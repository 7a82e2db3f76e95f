import { INPUTS_HASH_LABEL, branchTags } from '@slipway/images';
import type { GitFacts, ImageRecord, PushedFacts, Tag } from '@slipway/images';
import type { Container, PushTarget } from '../../catalog/catalog.ts';
import type { RepositoryPlace } from '../../ecr/repository-directory.ts';
import { collectInputs } from '../../inputs/collect-inputs.ts';
import type { BuildInputs } from '../../inputs/collect-inputs.ts';
import { locate } from '../../locate.ts';
import type { RecordStore } from '../../records/record-store.ts';
import type { World } from '../../world.ts';
import { applyPush } from './apply-push.ts';
import type { PushOutcome, PushWork } from './apply-push.ts';
import { planPush } from './plan-push.ts';
import type { PushPlan } from './plan-push.ts';
import { readTags, recordedDigest } from './read-registry.ts';
import { tagConflict } from './tag-conflict.ts';

export interface PushOptions {
  readonly containers: readonly string[];
  readonly environment: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly recordDir: string;
}

/** Makes it true in an environment's registry that it holds the containers' images under their tags, and records each. */
export async function runPush(options: PushOptions, world: World): Promise<ImageRecord[]> {
  const containers = [...new Set(options.containers)].map((name) => world.catalog.container(name));
  const targets = containers.map((container) => ({
    container,
    target: world.catalog.target(container, options.environment),
  }));
  const git = await world.git.facts(world.workspace);
  const store = world.openRecords(options.recordDir);
  const records: ImageRecord[] = [];
  for (const { container, target } of targets) {
    const title = `push ${container.name} to ${target.environment}`;
    const record = await world.progress.during(title, (say) =>
      pushOne({ container, target, git, store, options, say }, world),
    );
    await store.write(recordName(container, target), record);
    records.push(record);
  }
  return records;
}

interface OnePush {
  readonly container: Container;
  readonly target: PushTarget;
  readonly git: GitFacts;
  readonly store: RecordStore;
  readonly options: PushOptions;
  readonly say: (line: string) => void;
}

async function pushOne(one: OnePush, world: World): Promise<ImageRecord> {
  const { container, target, git, say } = one;
  const place = await locate(target, world);
  const inputs = await collectInputs({ ...world, container, buildArgs: one.options.buildArgs, say });
  const tags = tagsIn(target, branchTags(git, inputs.hash));
  const work = { container, git, inputs, force: false, say, place, registry: world.openRegistry(place) };
  const plan = await plannedPush({ tags, work, one }, world);
  const local = await world.engine.findByLabel(INPUTS_HASH_LABEL, inputs.hash);
  if (plan.action === 'refuse') throw tagConflict(plan, { uri: place.uri, inputsHash: inputs.hash, local });
  const done = await applyPush(plan, work, world);
  const uncompressed = (await world.engine.find(done.imageId))?.bytes;
  return record({ one, place, inputs, tags, done, uncompressed, confirmedAt: world.now().toISOString() });
}

/** A moving tag goes only where the repository says that it moves; production has none. */
function tagsIn({ movingTags }: PushTarget, tags: readonly Tag[]): Tag[] {
  return tags.filter(({ name, moving }) => !moving || movingTags.includes(name));
}

interface Planning {
  readonly tags: readonly Tag[];
  readonly work: PushWork;
  readonly one: OnePush;
}

async function plannedPush({ tags, work, one }: Planning, { progress }: World): Promise<PushPlan> {
  const { registry, place, inputs } = work;
  const digest = await recordedDigest({
    store: one.store,
    name: recordName(one.container, one.target),
    place,
    progress,
  });
  const recorded = digest === undefined ? undefined : await registry.find(digest);
  return planPush({ inputsHash: inputs.hash, tags, there: await readTags(registry, tags), recorded });
}

function recordName({ name }: Container, { environment }: PushTarget): string {
  return `${name}.${environment}`;
}

interface RecordParts {
  readonly one: OnePush;
  readonly place: RepositoryPlace;
  readonly inputs: BuildInputs;
  readonly tags: readonly Tag[];
  readonly done: PushOutcome;
  readonly uncompressed: number | undefined;
  readonly confirmedAt: string;
}

function record({ one, place, inputs, tags, done, uncompressed, confirmedAt }: RecordParts): ImageRecord {
  const { uri, account, region } = place;
  const { digest, result, built, imageId } = done;
  const pushed: PushedFacts = {
    environment: one.target.environment,
    account,
    region,
    uri,
    digest,
    result,
    confirmedAt,
  };
  return {
    schemaVersion: 1,
    container: one.container.name,
    repository: one.container.repository,
    imageId,
    tags,
    inputsHash: inputs.hash,
    git: one.git,
    size: { compressed: done.compressedBytes, ...(uncompressed === undefined ? {} : { uncompressed }) },
    ...(built === undefined ? {} : { built }),
    pushed,
  };
}
