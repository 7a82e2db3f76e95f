import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { openProgress, workspaceRoot } from '@slipway/cli';
import { EcrRegistry, storagePrices } from '@slipway/ecr-inventory';
import { containers, environments } from '@slipway/environments';
import { nxAffected } from './affected/nx-affected.ts';
import { specCatalog } from './catalog/spec-catalog.ts';
import { EcrImageDeleter } from './cleanup/ecr-image-deleter.ts';
import { S3Ledger, openServices } from '@slipway/deployments';
import { dockerConfigCredentials } from './credentials/docker-config.ts';
import { openDoctorPorts } from './doctor/ports/open-doctor-ports.ts';
import { EcrDirectory } from './ecr/ecr-directory.ts';
import { AwsBeanstalk } from './deploy/beanstalk/aws-beanstalk.ts';
import { KubectlCluster } from './deploy/eks/kubectl-cluster.ts';
import { DockerImageEngine } from './engine/docker-image-engine.ts';
import { DockerLocalStorage } from './engine/docker-local-storage.ts';
import { engineEndpoint } from './engine/engine-endpoint.ts';
import { CommandGit } from './git/command-git.ts';
import { DockerLoginStore } from './login/docker-login-store.ts';
import { EcrRegistryLogins } from './login/ecr-registry-logins.ts';
import { callerIdentity } from './principal/caller-identity.ts';
import { FileRecordStore } from './records/file-record-store.ts';
import { openBuildKit } from './remote-buildkit/open-buildkit.ts';
import { HttpImageRegistry } from './registry/http-image-registry.ts';
import { EcrImageScans } from './scan/ecr/ecr-image-scans.ts';
import { hostSecrets } from './secrets/build-secrets.ts';
import { cosignSigner } from './sign/cosign-signer.ts';
import { DockerContainerRunner } from './smoke/docker-container-runner.ts';
import { httpProbe } from './smoke/http-probe.ts';
import type { AwsAccess, World } from './world.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The world as it is: the engine, AWS, git and the files of this machine. */
export async function openWorld(env: Environment, signal: AbortSignal): Promise<World> {
  const workspace = await workspaceRoot(process.cwd());
  const credentialsOf = dockerConfigCredentials(env);
  const { address, options } = await engineEndpoint({ env, home: homedir() });
  const buildkit = openBuildKit(env, { workspace, credentialsOf, docker: { address, options } });
  return {
    workspace,
    catalog: specCatalog({ containers, environments }),
    affected: nxAffected(workspace, signal),
    specs: environments,
    openCluster: (place) => new KubectlCluster(place, { signal }),
    prices: storagePrices,
    engine: new DockerImageEngine(credentialsOf, address, options),
    localStorage: new DockerLocalStorage(address, options),
    ...(buildkit && { engine: buildkit.engine, localStorage: buildkit.localStorage }),
    runner: new DockerContainerRunner(address, undefined, options),
    probe: httpProbe,
    sign: cosignSigner,
    signingEnvironment: env,
    git: new CommandGit(detachedBranch(env)),
    ...awsAccess(signal),
    withProfile: (profile) => awsAccess(signal, profile),
    openRegistry: (place) => new HttpImageRegistry(place, { signal }),
    openRecords: (folder) => new FileRecordStore(resolve(workspace, folder)),
    logins: new EcrRegistryLogins(signal),
    loginStore: new DockerLoginStore(env),
    doctor: openDoctorPorts(env, { engine: { address, options }, buildkit: buildkit?.ask }),
    secrets: hostSecrets({ platform: process.platform, home: homedir(), env }),
    baseArgs: baseArgs(env),
    progress: openProgress(env),
    now: () => new Date(),
    signal,
  };
}

/** By the SDK's own settings of this process, or by those of a profile. */
function awsAccess(signal: AbortSignal, profile?: string): AwsAccess {
  const settings = profile === undefined ? {} : { profile };
  return {
    directory: new EcrDirectory(settings),
    inventory: new EcrRegistry(signal, settings),
    deleter: new EcrImageDeleter(signal, settings),
    scans: new EcrImageScans(signal, settings),
    deployments: (environment) => openServices(environment, signal, settings),
    openBeanstalk: (region) => new AwsBeanstalk({ region, ...settings }, { signal }),
    openLedger: (environment) => new S3Ledger(environment, { signal, settings }),
    whoami: (region) => callerIdentity(region, { signal, settings }),
  };
}

function baseArgs(env: Environment): Record<string, string> {
  const { SLIPWAY_BUILD_BASE: build, SLIPWAY_RUNTIME_BASE: runtime } = env;
  return { ...(build ? { BUILD_BASE: build } : {}), ...(runtime ? { RUNTIME_BASE: runtime } : {}) };
}

/** CI checks out a commit, not a branch; GitHub sets the first variable for pull requests only, and to nothing for others. */
function detachedBranch(env: Environment): string | undefined {
  return [env['GITHUB_HEAD_REF'], env['GITHUB_REF_NAME']].find((name) => name !== undefined && name !== '');
}
