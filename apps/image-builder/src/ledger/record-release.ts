import { RELEASE_ENTRY_VERSION } from '@slipway/images';
import type { ReleaseEntry } from '@slipway/images';
import type { EnvironmentSpec } from '@slipway/environments';
import { isFailure } from '@slipway/cli';
import { Failure } from '../failure.ts';
import type { World } from '../world.ts';

/** Each attempt fails only when somebody else got an entry in: more of them at once than this is no accident. */
const ATTEMPTS = 10;

/** What is told of a release; number, time and principal are added. */
export type ReleaseParts = Omit<ReleaseEntry, 'schemaVersion' | 'environment' | 'sequence' | 'by' | 'at'> & {
  readonly environment: EnvironmentSpec;
};

export interface RecordOptions {
  /**
   * Whether what was planned still fits the entries that are there by now. Asked before each attempt.
   * @default always: the entry tells of something that happened, whatever else did
   */
  readonly stillFits?: (entries: readonly ReleaseEntry[]) => boolean;
}

/**
 * Writes the next entry of a container into the ledger of an environment. When somebody else takes its number, it takes the one after.
 * @throws Failure `ledger-conflict` when the entries don't fit any more, `ledger-unreadable`, `aws-failed`
 */
export async function recordRelease(
  world: Pick<World, 'openLedger' | 'whoami' | 'now'>,
  parts: ReleaseParts,
  { stillFits = () => true }: RecordOptions = {},
): Promise<ReleaseEntry> {
  const { environment, ...facts } = parts;
  const ledger = world.openLedger(environment);
  const by = await world.whoami(environment.region);
  for (let attempt = 1; ; attempt += 1) {
    const entries = await ledger.entries(parts.container);
    if (!stillFits(entries)) throw overtaken(parts, entries.at(-1));
    const entry: ReleaseEntry = {
      schemaVersion: RELEASE_ENTRY_VERSION,
      environment: environment.name,
      sequence: (entries.at(-1)?.sequence ?? 0) + 1,
      ...facts,
      by,
      at: world.now().toISOString(),
    };
    const isWritten = await append(() => ledger.append(entry), attempt);
    if (isWritten) return entry;
  }
}

/** False when the number was taken and there are attempts left. */
async function append(write: () => Promise<void>, attempt: number): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isFailure(error) && error.code === 'ledger-conflict' && attempt < ATTEMPTS) return false;
    throw error;
  }
}

function overtaken({ container, environment }: ReleaseParts, last: ReleaseEntry | undefined): Failure {
  const what = last === undefined ? 'no entry' : `${last.action} of '${last.digest}' by '${last.by}' at ${last.at}`;
  return new Failure({
    code: 'ledger-conflict',
    message: `the ledger of '${container}' in '${environment.name}' has changed since this was planned; its last entry is: ${what}`,
    fix: `see 'image-builder history ${container} --env ${environment.name}', and run the command again`,
  });
}
