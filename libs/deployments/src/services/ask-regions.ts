import { interrupted } from '@slipway/cli';
import { serviceFailure } from './service-failure.ts';

/** A service of AWS that is asked which images it runs. */
export interface AskedService {
  /** Name of the service, for people. */
  readonly service: string;
  readonly regions: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * What a service says in each of its regions, one after the other.
 * @param open makes the client of a region; it is destroyed afterwards
 * @throws Failure `aws-failed`, `interrupted`
 */
export async function askRegions<Client extends { destroy(): void }, Found>(
  { service, regions, signal }: AskedService,
  open: (region: string) => Client,
  ask: (client: Client) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const region of regions) {
    const client = open(region);
    try {
      found.push(...(await ask(client)));
    } catch (error) {
      if (signal.aborted) throw interrupted(error);
      throw serviceFailure(error, { service, region });
    } finally {
      client.destroy();
    }
  }
  return found;
}
