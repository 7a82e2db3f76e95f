import { account } from './checks/account.ts';
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

/** Of every machine. */
export const machineChecks = [nodeVersion, engineVersion, engineSpace, gitWorkTree, webIdentity] as const;

/** Of an environment. */
export const environmentChecks = [account, credentialsEnd, registryLogin, clock, stateBucket] as const;

/** Of a container's repository. */
export const repositoryChecks = [repository, ...repositoryPolicy] as const;
