import { AwsError } from '../aws-error.ts';
import type { EcrCall } from '../ecr/ecr-call.ts';
import { secondsNow } from '../seconds-now.ts';
import { catalogDataInput } from './catalog-data-input.ts';
import { publicRegistryOf } from './public-registry-of.ts';
import { publicNameForm, type PublicRepositoryRecord } from './public-repository.ts';
import { registryAlias } from './registry-alias.ts';
import { withTags } from './tags-input.ts';

/** Keeps the repository. Its URI is the one on AWS: nothing can be pushed to or pulled from it here. */
export function createRepository(call: EcrCall): Promise<object> {
  const { context, input } = call;
  const record = recordOf(call);
  const catalogData = catalogDataInput(input);
  const tags = withTags({}, input);
  return context.records.publicRepositories.change(publicRegistryOf(call), (repositories) => {
    if (repositories.has(record.repositoryName)) throw alreadyExists(record);
    repositories.set(record.repositoryName, { record, catalogData, tags });
    return { repository: record, catalogData };
  });
}

function recordOf({ input, account }: EcrCall): PublicRepositoryRecord {
  const repositoryName = input.matching('repositoryName', publicNameForm);
  return {
    repositoryArn: `arn:aws:ecr-public::${account}:repository/${repositoryName}`,
    registryId: account,
    repositoryName,
    repositoryUri: `public.ecr.aws/${registryAlias(account)}/${repositoryName}`,
    createdAt: secondsNow(),
  };
}

function alreadyExists({ repositoryName, registryId }: PublicRepositoryRecord): AwsError {
  return new AwsError(
    'RepositoryAlreadyExistsException',
    `The repository with name '${repositoryName}' already exists in the registry with id '${registryId}'`,
  );
}
