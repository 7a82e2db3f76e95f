import type { Check, MachineSubject } from './check.ts';
import { account } from './checks/account.ts';
import { buildKit } from './checks/buildkit.ts';
import { clock } from './checks/clock.ts';
import { credentialsEnd } from './checks/credentials-end.ts';
import { engineSpace } from './checks/engine-space.ts';
import { engineVersion } from './checks/engine-version.ts';
import { gitWorkTree } from './checks/git-work-tree.ts';
import { nodeVersion } from './checks/node-version.ts';
import { registryLogin } from './checks/registry-login.ts';
import { repository } from './checks/repository.ts';
import { repositoryPolicy } from './checks/repository-policy.ts';
import { stateBucket } from './checks/state-bucket.ts';
import { webIdentity } from './checks/web-identity.ts';
import type { DoctorPorts } from './ports/doctor-ports.ts';

/** Of every machine. */
export function machineChecks({ buildkit }: Pick<DoctorPorts, 'buildkit'>): readonly Check<MachineSubject>[] {
  const engine = buildkit === undefined ? [engineVersion, engineSpace] : [buildKit(buildkit)];
  return [nodeVersion, ...engine, gitWorkTree, webIdentity];
}

/** Of an environment. */
export const environmentChecks = [account, credentialsEnd, registryLogin, clock, stateBucket] as const;

/** Of a container's repository. */
export const repositoryChecks = [repository, ...repositoryPolicy] as const;
