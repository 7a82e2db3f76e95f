import { dockerConfigCredentials } from '../../credentials/docker-config.ts';
import type { EngineEndpoint } from '../../engine/engine-endpoint.ts';
import type { AskBuildKit } from './buildkit-facts.ts';
import { dockerEngineSelf } from './docker-engine-self.ts';
import type { DoctorPorts } from './doctor-ports.ts';
import { sdkAwsSession } from './sdk-aws-session.ts';
import { thisMachine } from './this-machine.ts';

export interface Engines {
  readonly engine: EngineEndpoint;
  /** Where BUILDKIT_HOST names one. */
  readonly buildkit: AskBuildKit | undefined;
}

/** The real things. */
export function openDoctorPorts(
  env: Readonly<Record<string, string | undefined>>,
  { engine, buildkit }: Engines,
): DoctorPorts {
  return {
    machine: thisMachine(env),
    engine: dockerEngineSelf(engine.address, engine.options),
    buildkit,
    openAws: (signal) => sdkAwsSession(signal, env),
    dockerLogins: dockerConfigCredentials(env),
  };
}
