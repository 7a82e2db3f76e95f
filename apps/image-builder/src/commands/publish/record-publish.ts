import type { ImageRecord, PushedFacts, ReleaseEntry } from '@slipway/images';
import { isFailure } from '@slipway/cli';
import { findEnvironment } from '@slipway/ecr-inventory';
import { recordRelease } from '../../ledger/record-release.ts';
import type { World } from '../../world.ts';

/** Has the ledger say that an image is published. An image whose entry is the last one gets no second. */
export async function recordPublish(
  { container, repository, tags, git, pushed }: ImageRecord & { readonly pushed: PushedFacts },
  world: World,
): Promise<ReleaseEntry> {
  const environment = findEnvironment(world.specs, pushed.environment);
  const { digest } = pushed;
  const ledger = world.openLedger(environment);
  const ours = async (): Promise<ReleaseEntry | undefined> => {
    const last = (await ledger.entries(container)).at(-1);
    return last?.digest === digest ? last : undefined;
  };
  const there = await ours();
  if (there !== undefined) return there;
  try {
    const facts = { environment, container, repository, digest, commit: git.commit } as const;
    const parts = { ...facts, action: 'publish', tags: tags.map(({ name }) => name) } as const;
    return await recordRelease(world, parts, { stillFits: (entries) => entries.at(-1)?.digest !== digest });
  } catch (error) {
    // Another publisher of the same image was first: its entry is ours, too.
    const theirs = isFailure(error) && error.code === 'ledger-conflict' ? await ours() : undefined;
    if (theirs === undefined) throw error;
    return theirs;
  }
}
