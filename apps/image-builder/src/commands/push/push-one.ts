import type { ImageRecord, PushedFacts } from '@slipway/images';
import type { World } from '../../world.ts';
import type { PushOutcome } from './apply-push.ts';
import { preparePush, recordName } from './prepare-push.ts';
import type { OnePush, PreparedPush } from './prepare-push.ts';
import { settlePush } from './settle-push.ts';

/** Makes it true that an environment's registry holds a container's image under its tags, and records it. */
export async function pushOne(one: OnePush, world: World): Promise<ImageRecord> {
  const prepared = await preparePush(one, world);
  const done = await settlePush(prepared, world);
  const record = recordOf(prepared, done, {
    uncompressed: (await world.engine.find(done.imageId))?.bytes,
    confirmedAt: world.now().toISOString(),
  });
  await one.store.write(recordName(one), record);
  return record;
}

interface Observed {
  readonly uncompressed: number | undefined;
  readonly confirmedAt: string;
}

function recordOf(prepared: PreparedPush, done: PushOutcome, { uncompressed, confirmedAt }: Observed): ImageRecord {
  const { one, tags, work } = prepared;
  const { built, imageId } = done;
  return {
    schemaVersion: 1,
    container: one.container.name,
    repository: one.container.repository,
    imageId,
    tags,
    inputsHash: work.inputs.hash,
    git: one.git,
    size: { compressed: done.compressedBytes, ...(uncompressed === undefined ? {} : { uncompressed }) },
    ...(built === undefined ? {} : { built }),
    pushed: pushedFacts(prepared, done, confirmedAt),
  };
}

function pushedFacts({ one, work }: PreparedPush, { digest, result }: PushOutcome, confirmedAt: string): PushedFacts {
  const { uri, account, region } = work.place;
  return { environment: one.target.environment, account, region, uri, digest, result, confirmedAt };
}
