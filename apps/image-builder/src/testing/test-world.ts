import { memoryProgress } from '@slipway/cli';
import { storagePrices } from '@slipway/ecr-inventory';
import { MemoryRegistry, testEnvironment } from '@slipway/ecr-inventory/testing';
import type { EnvironmentSpec } from '@slipway/environments';
import type { GitFacts } from '@slipway/images';
import type { Catalog } from '../catalog/catalog.ts';
import { specCatalog } from '../catalog/spec-catalog.ts';
import { MemoryDeployedImages, MemoryLedger } from '@slipway/deployments/testing';
import { MemoryImageDeleter } from '../cleanup/memory-image-deleter.ts';
import { MemoryBeanstalk } from '../deploy/beanstalk/memory-beanstalk.ts';
import { MemoryCluster } from '../deploy/eks/memory-cluster.ts';
import { memoryDoctorPorts } from '../doctor/ports/memory-doctor-ports.ts';
import { MemoryDirectory } from '../ecr/memory-directory.ts';
import { MemoryImageEngine } from '../engine/memory-image-engine.ts';
import { MemoryLocalStorage } from '../engine/memory-local-storage.ts';
import { Failure } from '../failure.ts';
import { MemoryLoginStore } from '../login/memory-login-store.ts';
import { MemoryRegistryLogins } from '../login/memory-registry-logins.ts';
import { MemoryRecordStore } from '../records/memory-record-store.ts';
import { MemoryImageRegistry } from '../registry/memory-image-registry.ts';
import { MemoryImageScans } from '../scan/memory-image-scans.ts';
import { MemoryContainerRunner } from '../smoke/memory-container-runner.ts';
import type { AwsAccess, World } from '../world.ts';

export const DEV_URI = 'registry.test/dev/shop/api';
export const PROD_URI = 'registry.test/prod/shop/api';

/** A commit of `develop`. */
export const developCommit: GitFacts = {
  commit: '0123456789abcdef0123456789abcdef01234567',
  branch: 'develop',
  dirty: false,
  committedAt: '2026-03-01T10:00:00Z',
  source: undefined,
};

/** A world of fakes with one container, `api`, and its repositories in `dev` and `prod`. */
export function testWorld(workspace: string, git: GitFacts = developCommit) {
  const dev = new MemoryImageRegistry(['latest', 'dev-latest']);
  const prod = new MemoryImageRegistry();
  const registries = new Map([
    [DEV_URI, dev],
    [PROD_URI, prod],
  ]);
  const engine = new MemoryImageEngine(registries);
  const records = new MemoryRecordStore();
  const ledgers = { dev: new MemoryLedger(), prod: new MemoryLedger() };
  const progress = memoryProgress();
  const cleaning = cleaningFakes();
  const running = runningFakes();
  const scans = new MemoryImageScans();
  const aws: AwsAccess = {
    ...testAccess(ledgers),
    ...cleaning,
    deployments: () => cleaning.deployed,
    openBeanstalk: () => running.beanstalk,
    scans,
  };
  const world: World = {
    workspace,
    catalog: testCatalog(),
    affected: () => Promise.resolve(['api']),
    specs: testSpecs,
    ...cleaning,
    ...running,
    openCluster: () => running.cluster,
    prices: storagePrices,
    engine,
    probe: running.runner.probe,
    sign: () => Promise.reject(new Error('nothing signs here')),
    signingEnvironment: {},
    git: { facts: () => Promise.resolve(git) },
    ...aws,
    withProfile: () => aws,
    openRegistry: ({ uri }) => registries.get(uri) ?? missing(uri),
    openRecords: () => records,
    logins: new MemoryRegistryLogins(),
    loginStore: new MemoryLoginStore(),
    doctor: memoryDoctorPorts(),
    secrets: () => Promise.resolve(new Map()),
    baseArgs: {},
    progress,
    now: () => new Date('2026-03-02T00:00:00Z'),
    signal: new AbortController().signal,
  };
  return { world, ...cleaning, ...running, engine, dev, prod, records, ledgers, scans, progress };
}

function cleaningFakes() {
  const inventory = new MemoryRegistry('111111111111');
  const deployed = { ecs: new MemoryDeployedImages(), lambda: new MemoryDeployedImages() };
  return { inventory, deployed, deleter: new MemoryImageDeleter(inventory), localStorage: new MemoryLocalStorage() };
}

function runningFakes() {
  return { runner: new MemoryContainerRunner(), cluster: new MemoryCluster(), beanstalk: new MemoryBeanstalk() };
}

/** The environments as specs, each with the repository of `api`. */
export const testSpecs = { dev: testSpec('dev', '111111111111'), prod: testSpec('prod', '222222222222') } as const;

function testSpec(name: string, account: string): EnvironmentSpec {
  const region = `${name}-region`;
  const registries = testEnvironment.registries.map(({ scanning, repositories }) => ({
    region,
    scanning,
    repositories,
  }));
  return { ...testEnvironment, name, account, region, state: { bucket: `state-${name}`, region }, registries };
}

function testAccess(
  ledgers: Readonly<Record<string, MemoryLedger>>,
): Pick<AwsAccess, 'directory' | 'openLedger' | 'whoami'> {
  return {
    directory: testDirectory(),
    openLedger: ({ name }) => ledgers[name] ?? new MemoryLedger(),
    whoami: () => Promise.resolve('arn:aws:iam::111111111111:user/tester'),
  };
}

function testCatalog(): Catalog {
  return {
    ...specCatalog({
      containers: { api: { name: 'api', context: 'api', repository: 'shop/api' } },
      environments: {},
    }),
    target: ({ repository }, environment) => ({
      environment,
      repository,
      account: ACCOUNTS.get(environment) ?? '',
      region: `${environment}-region`,
      movingTags: environment === 'dev' ? ['latest', 'dev-latest'] : [],
    }),
  };
}

const ACCOUNTS = new Map([
  ['dev', '111111111111'],
  ['prod', '222222222222'],
  ['stray', '333333333333'],
]);

/** Each account has a region of its own here, as credentials can't tell them apart. */
function testDirectory(): MemoryDirectory {
  const login = { credentials: { username: 'AWS', password: 'fake' }, scheme: 'https:' } as const;
  return new MemoryDirectory({
    'dev-region/shop/api': { ...login, uri: DEV_URI, account: '111111111111', region: 'dev-region' },
    'prod-region/shop/api': { ...login, uri: PROD_URI, account: '222222222222', region: 'prod-region' },
    'stray-region/shop/api': { ...login, uri: DEV_URI, account: '111111111111', region: 'stray-region' },
  });
}

function missing(uri: string): never {
  throw new Failure({ code: 'repository-missing', message: `there is no '${uri}'`, fix: 'make it' });
}
