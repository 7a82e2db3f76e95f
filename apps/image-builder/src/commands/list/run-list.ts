import { findEnvironment, requireAccount } from '@slipway/ecr-inventory';
import type { EnvironmentSpec } from '@slipway/environments';
import { Failure } from '../../failure.ts';
import type { World } from '../../world.ts';
import { listedRepository } from './list-report.ts';
import type { ListReport, ListedRepository } from './list-report.ts';

export interface ListOptions {
  /** Empty: all of them. */
  readonly containers: readonly string[];
  readonly environment: string;
  /** Whether images without a tag are listed, too. */
  readonly all: boolean;
}

/** Reads which images the containers' repositories hold, and which of them were released. */
export async function runList(options: ListOptions, world: World): Promise<ListReport> {
  const names = options.containers.length === 0 ? world.catalog.names() : [...new Set(options.containers)];
  names.forEach((name) => world.catalog.container(name));
  const environment = findEnvironment(world.specs, options.environment);
  await requireAccount(environment, world.inventory);
  const repositories: ListedRepository[] = [];
  for (const container of names) repositories.push(await readRepository(container, { environment, options }, world));
  return { schemaVersion: 1, report: 'list', environment: environment.name, repositories };
}

interface Reading {
  readonly environment: EnvironmentSpec;
  readonly options: ListOptions;
}

async function readRepository(
  container: string,
  { environment, options }: Reading,
  world: World,
): Promise<ListedRepository> {
  const target = world.catalog.target(world.catalog.container(container), environment.name);
  const { region, account, repository } = target;
  const inventory = await world.inventory.inventory({ region, account, name: repository });
  if (inventory === undefined) throw missing(repository, region, environment.name);
  const entries = await world.openLedger(environment).entries(container);
  const { all } = options;
  return listedRepository({ container, region, repository, ...inventory, entries, now: world.now(), all });
}

function missing(repository: string, region: string, environment: string): Failure {
  return new Failure({
    code: 'repository-missing',
    message: `there is no repository '${repository}' in ${region}`,
    fix: `deploy the environment: 'npx cdktf deploy ${environment}'`,
  });
}
