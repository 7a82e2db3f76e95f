import { openProgress, workspaceRoot } from '@slipway/cli';
import { EcrRegistry } from '@slipway/ecr-inventory';
import { environments } from '@slipway/environments';
import { diskFiles } from './files/disk-files.ts';
import type { World } from './world.ts';

/** The world as it is: files, the specs of this repository, and AWS by the settings of this process. */
export function openWorld(env: Readonly<Record<string, string | undefined>>, signal: AbortSignal): World {
  return {
    catalog: environments,
    registry: new EcrRegistry(signal),
    useSources: async (environment) => {
      // Three more clients of AWS, which only `--live` needs.
      const { openUseSources } = await import('@slipway/deployments');
      const workspace = () => workspaceRoot(process.cwd());
      return openUseSources(environment, { workspace, environments: Object.keys(environments), signal });
    },
    files: diskFiles,
    progress: openProgress(env),
    now: () => new Date(),
  };
}
