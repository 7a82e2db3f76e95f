import { Failure } from '../../failure.ts';
import { recordRelease } from '../../ledger/record-release.ts';
import type { TargetImage } from '../../target-image.ts';
import type { World } from '../../world.ts';

const REVISION_LABEL = 'org.opencontainers.image.revision';

/** Writes into the ledger of an environment that an image has passed, and tells the entry's number. */
export async function recordTest({ container, target, registry, digest }: TargetImage, world: World): Promise<number> {
  const environment = world.specs[target.environment];
  if (environment === undefined) throw unknown(target.environment);
  const commit = (await registry.find(digest))?.labels[REVISION_LABEL];
  const entry = await recordRelease(world, {
    environment,
    container: container.name,
    action: 'test',
    repository: target.repository,
    digest,
    tags: [],
    ...(commit === undefined ? {} : { commit }),
    note: 'smoke test passed',
  });
  return entry.sequence;
}

function unknown(name: string): Failure {
  const message = `there is no environment '${name}'`;
  return new Failure({ code: 'unknown-environment', message, fix: 'use an environment that has a spec' });
}
