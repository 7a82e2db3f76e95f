import { errorMessage } from '@slipway/cli';
import Docker from 'dockerode';
import { z } from 'zod';
import { askEngine, engineFailed } from '../../engine/ask-engine.ts';
import type { EngineFacts, EngineSelf, EngineUsage } from './engine-self.ts';

/** Docker Engine API: `/info` and `/system/df`, as far as they are used. Either list may be null. */
const infoSchema = z.object({ ServerVersion: z.string(), DockerRootDir: z.string() });
const usageSchema = z.object({
  LayersSize: z.number().nullish(),
  BuildCache: z.array(z.object({ Size: z.number(), Shared: z.boolean().nullish() })).nullish(),
});

/** Without an answer for this long, in milliseconds, the connection is given up. */
const TIMEOUT = 25_000;

/** The engine of `engineEndpoint`, or else the one at DOCKER_HOST or at its usual socket; the address is only for messages. */
export function dockerEngineSelf(address: string, options: Docker.DockerOptions = {}): EngineSelf {
  const ask = <T>(work: (docker: Docker) => Promise<T>) =>
    askEngine(address, () => work(new Docker({ ...options, timeout: TIMEOUT })), refuseToSay);
  return {
    facts: () => ask(async (docker) => factsOf(await docker.info(), address)),
    usage: () => ask(async (docker) => usageOf(await docker.df())),
  };
}

function refuseToSay(cause: unknown): never {
  throw engineFailed(`the Docker engine can't be asked about itself: ${errorMessage(cause)}`, cause);
}

function factsOf(info: unknown, address: string): EngineFacts {
  const { ServerVersion: version, DockerRootDir: dataRoot } = infoSchema.parse(info);
  return { version, dataRoot, isLocal: address.startsWith('unix:') };
}

function usageOf(usage: unknown): EngineUsage {
  const { LayersSize, BuildCache } = usageSchema.parse(usage);
  // What is shared is counted among the layers already.
  const own = (BuildCache ?? []).filter(({ Shared }) => Shared !== true);
  return { imageBytes: LayersSize ?? 0, cacheBytes: own.reduce((sum, { Size }) => sum + Size, 0) };
}
