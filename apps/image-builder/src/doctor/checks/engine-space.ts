import prettyBytes from 'pretty-bytes';
import { ok, failure, warning } from '../check.ts';
import type { Check, CheckResult, MachineSubject } from '../check.ts';
import type { EngineFacts } from '../ports/engine-facts.ts';

/** In bytes. A build of both images of this repository writes about 3 GB. */
const TOO_LITTLE = 1e9;
const LITTLE = 5e9;

export const engineSpace: Check<MachineSubject> = {
  name: 'space of the engine',
  run: async ({ world: { doctor } }) => {
    const facts = await doctor.engineFacts();
    return judgeEngineSpace(facts, facts.isLocal ? await doctor.machine.freeBytes(facts.dataRoot) : undefined);
  },
};

/** @param free bytes; undefined when the engine's folder is not on this machine */
export function judgeEngineSpace(
  { dataRoot, imageBytes, cacheBytes }: EngineFacts,
  free: number | undefined,
): CheckResult {
  const used = `images take ${prettyBytes(imageBytes)}, the build cache ${prettyBytes(cacheBytes)}`;
  if (free === undefined) return ok(`${used}; what is free can't be seen from here`);
  const message = `${prettyBytes(free)} free at '${dataRoot}'; ${used}`;
  const fix =
    "free some: 'docker builder prune' empties the build cache, 'docker image prune' deletes images without a tag";
  if (free < TOO_LITTLE) return failure(message, fix);
  return free < LITTLE ? warning(message, fix) : ok(message);
}
