import { describe, expect, it } from '@jest/globals';
import { ciRolePolicy } from '../ci-role/ci-role-policy.ts';
import type { AccessLevel, Grant } from '../grant.ts';
import { identityPolicy } from '../identity-policy/identity-policy.ts';
import { awsAccount } from '../principal/account.ts';
import { organization, organizationalUnit } from '../principal/organization.ts';
import type { Principal } from '../principal/principal.ts';
import { eksNodeRole, gitHubActionsRole, iamRole } from '../principal/role.ts';
import { awsService } from '../principal/service.ts';
import { accessMatrix, type MatrixRole } from './access-matrix.ts';

const account = '111122223333';
const other = '444455556666';
const api = `arn:aws:ecr:us-east-1:${account}:repository/api`;

function repository(grants: readonly (readonly [Principal, AccessLevel])[], name = 'api', region = 'us-east-1') {
  return { name, region, grants: grants.map(([principal, access]): Grant => ({ principal, access })) };
}

function rows(grants: readonly (readonly [Principal, AccessLevel])[], roles: readonly MatrixRole[] = []) {
  return accessMatrix({ account, repositories: [repository(grants)], roles }).rows;
}

function role(principal: MatrixRole['principal'], access: AccessLevel, assumedBy: readonly string[] = []): MatrixRole {
  return { principal, policies: [identityPolicy([{ repositoryArn: api, access }])], assumedBy };
}

describe('accessMatrix', () => {
  it('says what a role of the account can do, and what the role is for', () => {
    expect(rows([[eksNodeRole('nodes'), 'pull']])).toEqual([
      {
        principal: 'role nodes of 111122223333 (EKS nodes)',
        repository: 'api',
        region: 'us-east-1',
        actions: ['pull'],
        through: 'repository policy',
        note: 'logs in by ecr:GetAuthorizationToken of its own policies',
      },
    ]);
  });

  it('has one row for a principal, however often and with whatever account it is granted something', () => {
    const [row, ...others] = rows([
      [iamRole('ci'), 'pull'],
      [gitHubActionsRole('ci', account), 'push'],
      [iamRole('ci'), 'read'],
    ]);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      principal: 'role ci of 111122223333 (GitHub Actions)',
      actions: ['pull', 'push', 'read'],
    });
  });

  it('says whose policy gives it: the repository, the role, or both', () => {
    const through = (grants: readonly (readonly [Principal, AccessLevel])[], access: AccessLevel) =>
      rows(grants, [role(iamRole('ci'), access)]).map((row) => row.through);
    expect(through([[iamRole('ci'), 'pull']], 'pull')).toEqual(['both']);
    expect(through([], 'pull')).toEqual(['identity policy']);
    expect(rows([[iamRole('ci'), 'pull']], [{ principal: iamRole('ci'), policies: [] }])[0]?.through).toBe(
      'repository policy',
    );
  });

  it('counts a role of another account only when its own policies allow it too', () => {
    const ci = gitHubActionsRole('ci', other);
    expect(rows([[ci, 'pull']], [role(ci, 'pull')])).toMatchObject([{ actions: ['pull'], through: 'both' }]);
    expect(rows([[ci, 'pull']], [role(ci, 'read')])).toMatchObject([
      { actions: [], note: 'granted, but its own policies do not allow it' },
    ]);
    expect(rows([[ci, 'pull']])).toMatchObject([
      { actions: ['pull'], note: 'only if its own policies allow the same' },
    ]);
    expect(rows([], [role(ci, 'pull')])).toEqual([]);
  });

  it('says of whom accounts, organisations and units are made, and for whom services work', () => {
    const all = rows([
      [awsAccount(other), 'pull'],
      [organization('o-a1b2c3d4e5'), 'pull'],
      [organizationalUnit('o-z9y8x7w6v5/r-ab12/ou-ab12-11111111'), 'read'],
      [awsService('lambda'), 'pull'],
      [awsService('ecs-tasks', other), 'pull'],
    ]);
    expect(all.map(({ principal, actions, through }) => [principal, actions, through])).toEqual([
      ['ECS tasks of 444455556666', ['pull'], 'repository policy'],
      ['Lambda functions of 111122223333', ['pull'], 'repository policy'],
      ['account 444455556666', ['pull'], 'both'],
      ['organization o-a1b2c3d4e5', ['pull'], 'both'],
      ['organizational unit o-z9y8x7w6v5/r-ab12/ou-ab12-11111111', ['read'], 'both'],
    ]);
  });

  it('shows who may assume a role', () => {
    const ci = gitHubActionsRole('ci');
    const [row] = rows([[ci, 'pullPush']], [role(ci, 'pullPush', ['repo:acme/slipway:environment:dev'])]);
    expect(row?.note).toBe('assumed by repo:acme/slipway:environment:dev');
  });

  it('shows a role that can take a repository away, though it can neither pull nor push', () => {
    const policy = ciRolePolicy({
      verb: 'apply',
      environment: 'dev',
      account,
      regions: ['us-east-1'],
      state: { bucket: 'state', key: 'dev' },
      repositories: [],
    });
    expect(rows([], [{ principal: iamRole('slipway-apply'), policies: [policy] }])).toMatchObject([
      {
        principal: 'role slipway-apply of 111122223333',
        actions: ['read'],
        through: 'identity policy',
        note: 'can delete the repository, change its policy',
      },
    ]);
  });

  it('is in the order of regions and repositories, whatever the order of the input', () => {
    const grants = [
      [iamRole('b'), 'pull'],
      [iamRole('a'), 'pull'],
    ] as const;
    const repositories = [repository(grants, 'web'), repository(grants, 'api'), repository(grants, 'api', 'eu-west-1')];
    const matrix = accessMatrix({ account, repositories });
    expect(matrix.rows.map((row) => [row.region, row.repository, row.principal.split(' ')[1]])).toEqual([
      ['eu-west-1', 'api', 'a'],
      ['eu-west-1', 'api', 'b'],
      ['us-east-1', 'api', 'a'],
      ['us-east-1', 'api', 'b'],
      ['us-east-1', 'web', 'a'],
      ['us-east-1', 'web', 'b'],
    ]);
    expect(accessMatrix({ account, repositories: [...repositories].reverse() })).toEqual(matrix);
  });

  it('says that nobody else is let in, and what it cannot know', () => {
    const { nobodyElse } = accessMatrix({ account, repositories: [] });
    expect(nobodyElse.statement).toContain('Nobody else');
    expect(nobodyElse.note).toContain("Identity policies of the repositories' own account add access");
  });
});
