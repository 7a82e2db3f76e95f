import type { PushTarget } from './catalog/catalog.ts';
import type { RepositoryPlace } from './ecr/repository-directory.ts';
import { Failure } from './failure.ts';
import type { World } from './world.ts';

/**
 * Where the repository of an environment is, with a login to it. Credentials of one environment must never touch another.
 * @throws Failure `wrong-account`, `repository-missing`
 */
export async function locate(
  { region, repository, account, environment }: PushTarget,
  world: Pick<World, 'directory'>,
): Promise<RepositoryPlace> {
  const place = await world.directory.locate(region, repository);
  if (place.account === account) return place;
  throw new Failure({
    code: 'wrong-account',
    message: `the credentials are of account '${place.account}', and the environment '${environment}' is account '${account}'`,
    fix: `log in to account ${account}, or name a profile of it ('--profile'); for the local cloud: eval "$(npx local-cloud env ${environment})"`,
  });
}
