import { describe, expect, it } from '@jest/globals';
import { accounts } from '../accounts.ts';
import { environments } from '../environments.ts';
import { roleGrants } from './role-grants.ts';

const all = Object.values(environments);
const grantsIn = (account: string) =>
  roleGrants({ name: 'mlops-cicd-role', account }, all).map(
    (grant) => `${grant.account} ${grant.repository} ${grant.access}`,
  );

describe('roleGrants', () => {
  it('finds what a role of dev may do in its own account alone', () => {
    expect(grantsIn(accounts.dev)).toEqual([
      `${accounts.dev} mlops/retail-api pullPush`,
      `${accounts.dev} mlops/train-model pullPush`,
    ]);
  });

  it('finds for its namesake of prod what prod grants it, and the pull and read that dev grants it for promotions and their gates', () => {
    expect(grantsIn(accounts.prod)).toEqual([
      `${accounts.dev} mlops/retail-api pull`,
      `${accounts.dev} mlops/retail-api read`,
      `${accounts.dev} mlops/train-model pull`,
      `${accounts.dev} mlops/train-model read`,
      `${accounts.prod} mlops/retail-api pullPush`,
      `${accounts.prod} mlops/train-model pullPush`,
    ]);
  });

  it('finds nothing for a role that nobody names', () => {
    expect(roleGrants({ name: 'nobody', account: accounts.dev }, all)).toEqual([]);
  });
});
