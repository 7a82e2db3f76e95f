import { describe, expect, it } from '@jest/globals';
import {
  awsAccount,
  awsService,
  iamRole,
  organization,
  organizationalUnit,
  policySize,
  repositoryPolicy,
} from '@slipway/access';
import { accessPolicySize } from './access-policy-size.ts';

const account = '111122223333';
const principals = [
  iamRole('r'),
  iamRole('r', '444455556666'),
  awsAccount('444455556666'),
  organization('o-a1b2c3d4e5'),
  organizationalUnit('o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/'),
  awsService('lambda'),
  awsService('sagemaker'),
  awsService('ecs-tasks'),
];
const levels = ['pull', 'push', 'pullPush', 'read'] as const;

describe('accessPolicySize', () => {
  it('may pass over a few grants without rendering: the policy of a single one is a tenth of what ECR takes', () => {
    for (const principal of principals) {
      for (const access of levels) {
        const policy = repositoryPolicy([{ principal, access }], { account });
        expect(policySize(policy!)).toBeLessThan(1_000);
      }
    }
  });

  it('counts long names, also of few', () => {
    const grants = Array.from({ length: 20 }, (_, index) => ({
      principal: iamRole(`${'p/'.repeat(250)}role-${index}`),
      access: 'pull' as const,
    }));
    expect(accessPolicySize(grants, account).map(({ rule }) => rule)).toEqual(['repository-policy-size']);
    expect(accessPolicySize(grants.slice(0, 8), account)).toEqual([]);
  });
});
