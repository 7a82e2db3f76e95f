import type { EnvironmentSpec } from '@slipway/environments';
import { containers } from '@slipway/environments';
import { AwsBeanstalkReader } from './beanstalk/aws-beanstalk-reader.ts';
import { KubectlImages } from './eks/kubectl-images.ts';
import { S3Ledger } from './ledger/s3-ledger.ts';
import { openServices } from './services/open-services.ts';
import { readDeployTargets } from './targets/read-deploy-targets.ts';
import { useSources } from './use-sources.ts';
import type { UseSources } from './use-sources.ts';

export interface UseSourcesOptions {
  /** Finds the root folder of the workspace, when a container's `image.json` is read. */
  readonly workspace: () => Promise<string>;
  /** Names of all environments. */
  readonly environments: readonly string[];
  readonly signal: AbortSignal;
}

/** Who can say what images of an environment are needed for: AWS by the settings of this process, clusters by kubectl's. Nothing is asked yet. */
export function openUseSources(
  environment: EnvironmentSpec,
  { workspace, environments, signal }: UseSourcesOptions,
): UseSources {
  return useSources(environment, [environment], {
    containers: Object.values(containers),
    deployTargets: async ({ context }) => readDeployTargets(context, { workspace: await workspace(), environments }),
    openNamespace: (place) => new KubectlImages(place, { signal }),
    openBeanstalk: (region) => new AwsBeanstalkReader({ region }, { signal }),
    services: (spec) => openServices(spec, signal),
    openLedger: (spec) => new S3Ledger(spec, { signal }),
  });
}
