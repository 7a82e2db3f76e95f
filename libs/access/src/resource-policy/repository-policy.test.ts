import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actionsOf } from '../action/actions-of.ts';
import type { AccessLevel, Grant } from '../grant.ts';
import { MOST_POLICY_CHARACTERS, policySize } from '../policy/policy-size.ts';
import { renderPolicyDocument } from '../policy/render-policy-document.ts';
import { awsAccount } from '../principal/account.ts';
import { organization, organizationalUnit } from '../principal/organization.ts';
import type { Principal } from '../principal/principal.ts';
import { eksNodeRole, gitHubActionsRole, iamRole } from '../principal/role.ts';
import { awsService } from '../principal/service.ts';
import { repositoryPolicy } from './repository-policy.ts';

const account = '111122223333';
const other = '444455556666';

function policy(...grants: readonly (readonly [Principal, AccessLevel])[]) {
  return repositoryPolicy(
    grants.map(([principal, access]): Grant => ({ principal, access })),
    { account },
  );
}

function only(...grants: readonly (readonly [Principal, AccessLevel])[]) {
  const statements = policy(...grants)?.Statement ?? [];
  expect(statements).toHaveLength(1);
  return statements[0]!;
}

describe('repositoryPolicy', () => {
  it('is nothing when nobody was granted anything', () => {
    expect(policy()).toBeUndefined();
  });

  it('names roles by their ARN, in the account of the repository unless they say another', () => {
    const { Principal } = only([iamRole('service-role/build'), 'pull'], [iamRole('ci', other), 'pull']);
    expect(Principal).toEqual({
      AWS: ['arn:aws:iam::111122223333:role/service-role/build', 'arn:aws:iam::444455556666:role/ci'],
    });
  });

  it('unites the levels of a principal: who pulls and pushes has one statement', () => {
    const statement = only(
      [iamRole('ci'), 'pull'],
      [iamRole('ci', account), 'push'],
      [gitHubActionsRole('ci'), 'pullPush'],
    );
    expect(statement.Sid).toBe('AllowPullPush');
    expect(statement.Principal).toEqual({ AWS: ['arn:aws:iam::111122223333:role/ci'] });
    expect(statement.Action).toEqual(actionsOf('pullPush'));
  });

  it('has one statement for all roles and accounts with the same levels', () => {
    const statements = policy(
      [eksNodeRole('nodes'), 'pull'],
      [awsAccount(other), 'pull'],
      [iamRole('batch'), 'pull'],
      [iamRole('ci'), 'pullPush'],
    )?.Statement;
    expect(statements?.map(({ Sid, Principal }) => [Sid, Principal])).toEqual([
      [
        'AllowPull',
        {
          AWS: [
            'arn:aws:iam::111122223333:role/batch',
            'arn:aws:iam::111122223333:role/nodes',
            'arn:aws:iam::444455556666:root',
          ],
        },
      ],
      ['AllowPullPush', { AWS: ['arn:aws:iam::111122223333:role/ci'] }],
    ]);
  });

  it('lets in organisations by the id that AWS vouches for', () => {
    expect(only([organization('o-a1b2c3d4e5'), 'pull'], [organization('o-z9y8x7w6v5'), 'pull'])).toMatchObject({
      Principal: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5', 'o-z9y8x7w6v5'] } },
    });
  });

  it('lets in a unit and the units below it, and leaves out one whose whole organisation is let in', () => {
    const unit = organizationalUnit('o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/');
    const Condition = {
      'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*'] },
    };
    expect(only([unit, 'pull'])).toMatchObject({ Principal: '*', Condition });
    expect(only([unit, 'pull'], [organization('o-a1b2c3d4e5'), 'pull']).Condition).toEqual({
      StringEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5'] },
    });
  });

  it('gives Lambda the two actions that its user guide lists, for functions of the account alone', () => {
    expect(only([awsService('lambda', other), 'pull'])).toEqual({
      Sid: 'AllowPullByLambda',
      Effect: 'Allow',
      Principal: { Service: ['lambda.amazonaws.com'] },
      Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      Condition: { ArnLike: { 'aws:SourceArn': ['arn:aws:lambda:*:444455556666:function:*'] } },
    });
  });

  it('never lets in a service without saying for whose resources', () => {
    const statements = policy(
      [awsService('sagemaker'), 'pull'],
      [awsService('ecs-tasks'), 'pull'],
      [awsService('ecs-tasks', other), 'read'],
    )?.Statement;
    expect(statements?.map(({ Principal, Condition }) => [Principal, Condition])).toEqual([
      [
        { Service: ['ecs-tasks.amazonaws.com', 'sagemaker.amazonaws.com'] },
        { StringEquals: { 'aws:SourceAccount': [account] } },
      ],
      [{ Service: ['ecs-tasks.amazonaws.com'] }, { StringEquals: { 'aws:SourceAccount': [other] } }],
    ]);
  });

  it('is the same text for the same grants, however ordered and repeated', () => {
    fc.assert(
      fc.property(fc.array(anyGrant(), { maxLength: 12 }), fc.infiniteStream(fc.nat()), (grants, random) => {
        const again = [...grants, ...grants].sort(() => ((random.next().value ?? 0) % 3) - 1);
        expect(text(again)).toEqual(text(grants));
      }),
    );
  });

  it('has a statement for no more than each set of levels and kind of principal, each with its own id', () => {
    fc.assert(
      fc.property(fc.array(anyGrant(), { maxLength: 20 }), (grants) => {
        const sids = repositoryPolicy(grants, { account })?.Statement.map(({ Sid }) => Sid) ?? [];
        expect(new Set(sids).size).toBe(sids.length);
        for (const sid of sids) expect(sid).toMatch(/^Allow[A-Za-z]+$/);
      }),
    );
  });

  it('outgrows what ECR takes with too many roles, and not with their organisation', () => {
    const many = Array.from({ length: 300 }, (_, index): [Principal, AccessLevel] => [
      iamRole(`role-${index}`),
      'pull',
    ]);
    expect(policySize(policy(...many)!)).toBeGreaterThan(MOST_POLICY_CHARACTERS);
    expect(policySize(policy([organization('o-a1b2c3d4e5'), 'pull'])!)).toBeLessThan(400);
  });
});

function text(grants: readonly Grant[]): string | undefined {
  const document = repositoryPolicy(grants, { account });
  return document === undefined ? undefined : renderPolicyDocument(document);
}

function anyGrant(): fc.Arbitrary<Grant> {
  const principal = fc.constantFrom<Principal>(
    iamRole('ci'),
    iamRole('ci', account),
    gitHubActionsRole('ci'),
    iamRole('ci', other),
    iamRole('nodes'),
    awsAccount(account),
    awsAccount(other),
    organization('o-a1b2c3d4e5'),
    organizationalUnit('o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/'),
    organizationalUnit('o-z9y8x7w6v5/r-ab12/ou-ab12-11111111'),
    organizationalUnit('o-z9y8x7w6v5/r-ab12/ou-ab12-11111111/'),
    awsService('lambda'),
    awsService('lambda', account),
    awsService('lambda', other),
    awsService('sagemaker'),
    awsService('ecs-tasks', other),
  );
  return fc.record({ principal, access: fc.constantFrom<AccessLevel>('pull', 'push', 'pullPush', 'read') });
}
