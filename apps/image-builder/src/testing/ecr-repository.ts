import { randomUUID } from 'node:crypto';
import { CreateRepositoryCommand, DeleteRepositoryCommand, ECRClient } from '@aws-sdk/client-ecr';
import { cloudVariables } from '@slipway/ecr-inventory/testing';
import { EcrDirectory } from '../ecr/ecr-directory.ts';
import type { RepositoryPlace } from '../ecr/repository-directory.ts';

const region = 'us-east-1';

/** Repositories of our own in the local cloud's account of dev. */
export interface EcrRepositories {
  /** Makes a repository whose name starts with `prefix`. */
  create(prefix: string): Promise<RepositoryPlace>;
  /** Deletes what was made here. */
  remove(): Promise<void>;
}

export async function ecrRepositories(): Promise<EcrRepositories> {
  const variables = await cloudVariables('dev');
  const of = (name: string): string => variables[name] ?? '';
  const credentials = { accessKeyId: of('AWS_ACCESS_KEY_ID'), secretAccessKey: of('AWS_SECRET_ACCESS_KEY') };
  const settings = { region, endpoint: of('AWS_ENDPOINT_URL'), credentials };
  const client = new ECRClient(settings);
  const made: string[] = [];
  return {
    create: async (prefix) => {
      const repositoryName = `${prefix}/${randomUUID()}`;
      await client.send(new CreateRepositoryCommand({ repositoryName, imageTagMutability: 'IMMUTABLE' }));
      made.push(repositoryName);
      return new EcrDirectory(settings).locate(region, repositoryName);
    },
    remove: async () => {
      for (const repositoryName of made.splice(0)) {
        await client.send(new DeleteRepositoryCommand({ repositoryName, force: true }));
      }
      client.destroy();
    },
  };
}
