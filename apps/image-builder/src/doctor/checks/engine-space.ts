import prettyBytes from 'pretty-bytes';
import { ok, failure, warning } from '../check.ts';
import type { Check, CheckResult, MachineSubject } from '../check.ts';
import type { EngineUsage } from '../ports/engine-self.ts';

/** In bytes. A build of both images of this repository writes about 3 GB. */
const TOO_LITTLE = 1e9;
const LITTLE = 5e9;

export const engineSpace: Check<MachineSubject> = {
  name: 'space of the engine',
  run: async ({ world: { doctor } }) => {
    const { dataRoot, isLocal } = await doctor.engine.facts();
    const usage = await doctor.engine.usage();
    return judgeEngineSpace(usage, isLocal ? { dataRoot, free: await doctor.machine.freeBytes(dataRoot) } : undefined);
  },
};

export interface FolderSpace {
  readonly dataRoot: string;
  /** Bytes; undefined where nobody can say. */
  readonly free?: number | undefined;
}

/** @param folder of the engine; undefined when it is not on this machine */
export function judgeEngineSpace(
  { imageBytes, cacheBytes }: EngineUsage,
  { dataRoot, free }: FolderSpace = { dataRoot: '' },
): CheckResult {
  const used = `images take ${prettyBytes(imageBytes)}, the build cache ${prettyBytes(cacheBytes)}`;
  if (free === undefined) return ok(`${used}; what is free can't be seen from here`);
  const message = `${prettyBytes(free)} free at '${dataRoot}'; ${used}`;
  const fix =
    "free some: 'docker builder prune' empties the build cache, 'docker image prune' deletes images without a tag";
  if (free < TOO_LITTLE) return failure(message, fix);
  return free < LITTLE ? warning(message, fix) : ok(message);
}
