import { paginateDescribeRepositories } from '@aws-sdk/client-ecr';
import type { DataSourceBehaviour } from './data-source-behaviour.ts';

/** The names of all repositories of an account in a region. */
export const ecrRepositoriesData: DataSourceBehaviour = {
  read: async (cloud, config) => {
    const names: string[] = [];
    for await (const { repositories = [] } of paginateDescribeRepositories({ client: cloud.ecr(config) }, {})) {
      names.push(...repositories.map(({ repositoryName }) => repositoryName ?? ''));
    }
    const region = cloud.regionOf(config);
    return { id: region, region, names: [...new Set(names)].sort() };
  },
};
