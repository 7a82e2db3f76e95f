import type { RegistryReader, Catalog as Specs, StoragePrices } from '@slipway/ecr-inventory';
import type { EnvironmentSpec } from '@slipway/environments';
import type { AffectedContainers } from './affected/affected-containers.ts';
import type { Catalog } from './catalog/catalog.ts';
import type { ImageDeleter } from './cleanup/image-deleter.ts';
import type { Beanstalk } from './deploy/beanstalk/beanstalk.ts';
import type { DeployedImages, KubectlPlace, Ledger } from '@slipway/deployments';
import type { Cluster } from './deploy/eks/cluster.ts';
import type { DoctorPorts } from './doctor/ports/doctor-ports.ts';
import type { RepositoryDirectory, RepositoryPlace } from './ecr/repository-directory.ts';
import type { ImageEngine } from './engine/image-engine.ts';
import type { LocalStorage } from './engine/local-storage.ts';
import type { Git } from './git/git.ts';
import type { LoginStore } from './login/login-store.ts';
import type { RegistryLogins } from './login/registry-logins.ts';
import type { Progress } from '@slipway/cli';
import type { RecordStore } from './records/record-store.ts';
import type { ImageRegistry } from './registry/image-registry.ts';
import type { Signer } from './sign/signer.ts';
import type { ContainerRunner } from './smoke/container-runner.ts';
import type { Probe } from './smoke/probe.ts';
import type { ImageScans } from './scan/image-scans.ts';
import type { SecretSource } from './secrets/build-secrets.ts';

/** Everything outside that the commands touch. Tests put fakes here. */
export interface World {
  /** Root folder of the workspace. */
  readonly workspace: string;
  readonly catalog: Catalog;
  readonly affected: AffectedContainers;
  /** The specs of the environments, by name. */
  readonly specs: Specs;
  /** Reads registries by AWS's API: every image, whatever its tags. */
  readonly inventory: RegistryReader;
  /** Deletes images of private registries. */
  readonly deleter: ImageDeleter;
  /** The services that may run images of an environment, by name. */
  readonly deployments: (environment: EnvironmentSpec) => Readonly<Record<string, DeployedImages>>;
  readonly openCluster: (place: KubectlPlace) => Cluster;
  readonly openBeanstalk: (region: string) => Beanstalk;
  readonly prices: StoragePrices;
  readonly engine: ImageEngine;
  /** What the engine keeps on disk. */
  readonly localStorage: LocalStorage;
  /** Runs images on this machine to try them. */
  readonly runner: ContainerRunner;
  readonly probe: Probe;
  readonly sign: Signer;
  /** The variables that may hold a key to sign with. */
  readonly signingEnvironment: Readonly<Record<string, string | undefined>>;
  readonly git: Git;
  readonly directory: RepositoryDirectory;
  /** The releases of an environment. */
  readonly openLedger: (environment: EnvironmentSpec) => Ledger;
  /** ARN of the principal whose credentials are used. @throws Failure `aws-failed` */
  readonly whoami: (region: string) => Promise<string>;
  /** The same by the credentials of a profile in AWS's configuration files: two environments may be two accounts. */
  readonly withProfile: (profile: string) => AwsAccess;
  readonly openRegistry: (place: RepositoryPlace) => ImageRegistry;
  readonly openRecords: (folder: string) => RecordStore;
  readonly scans: ImageScans;
  readonly logins: RegistryLogins;
  readonly loginStore: LoginStore;
  readonly doctor: DoctorPorts;
  readonly secrets: SecretSource;
  /** `BUILD_BASE` and `RUNTIME_BASE` as far as the machine sets them. */
  readonly baseArgs: Readonly<Record<string, string>>;
  readonly progress: Progress;
  readonly now: () => Date;
  /** Aborted when the user ends the command. */
  readonly signal: AbortSignal;
}

/** What needs credentials of an account. */
export type AwsAccess = Pick<
  World,
  'deleter' | 'deployments' | 'directory' | 'inventory' | 'openBeanstalk' | 'openLedger' | 'scans' | 'whoami'
>;
