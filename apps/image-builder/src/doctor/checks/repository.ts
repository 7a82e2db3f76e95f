import { ok, failure } from '../check.ts';
import type { Check, RepositorySubject } from '../check.ts';

export const repository: Check<RepositorySubject> = {
  name: 'repository',
  run: async ({ aws, environment, repository: address }) => {
    const found = await aws.repositoryPolicy(address);
    const where = `'${address.name}' in ${address.region}`;
    if (found !== undefined) return ok(`there is ${where}`);
    return failure(`there is no ${where}`, `deploy the environment: npx cdktf deploy ${environment.name}`);
  },
};
