import { errorCode, errorMessage } from '@slipway/cli';
import { execa } from 'execa';
import { z } from 'zod';
import type { AskBuildKit } from '../doctor/ports/buildkit-facts.ts';
import { Failure } from '../failure.ts';
import { platformName } from '../layers/platform-name.ts';
import { redact } from '../secrets/redact.ts';
import { connection, missing } from './buildctl.ts';
import type { BuildctlPlace } from './buildctl.ts';
import { buildctlFailure } from './buildctl-failure.ts';

/** What `buildctl debug workers --format '{{json .}}'` prints (BuildKit, client/workers.go, `WorkerInfo`). */
const workersSchema = z.array(
  z.object({
    platforms: z.array(z.object({ os: z.string(), architecture: z.string(), variant: z.string().optional() })),
  }),
);

/** Asks a BuildKit for what its workers can build. */
export function askWorkers(place: BuildctlPlace, platform: string): AskBuildKit {
  const { program = 'buildctl', address } = place;
  return async () => {
    const args = [...connection(place), 'debug', 'workers', '--format', '{{json .}}'];
    const result = await execa(program, args, { env: { ...place.environment }, stdin: 'ignore', reject: false });
    if (errorCode(result) === 'ENOENT') throw missing(program, result);
    if (result.failed) throw buildctlFailure({ name: 'buildctl', address, words: result.stderr, step: undefined });
    const platforms = platformsIn(result.stdout, address);
    return { address: redact(address), platform, platforms };
  };
}

function platformsIn(text: string, address: string): string[] {
  try {
    const workers = workersSchema.parse(JSON.parse(text));
    return [...new Set(workers.flatMap(({ platforms }) => platforms.map(platformName)))];
  } catch (cause) {
    throw new Failure({
      code: 'engine-failed',
      message: `the BuildKit at '${redact(address)}' says something of its workers that isn't understood: ${errorMessage(cause)}`,
      fix: 'install buildctl 0.13 or later',
      cause,
    });
  }
}
