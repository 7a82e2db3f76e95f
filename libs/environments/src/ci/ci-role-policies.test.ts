import { decide, renderPolicyDocument } from '@slipway/access';
import { describe, expect, it } from '@jest/globals';
import { accounts } from '../accounts.ts';
import { containers } from '../containers.ts';
import { environments } from '../environments.ts';
import type { CiVerb } from '../spec/ci-spec.ts';
import { ciRolePolicies } from './ci-role-policies.ts';

const all = Object.values(environments);

function policiesOf(name: keyof typeof environments, verb: CiVerb, role?: string) {
  const environment = environments[name];
  const found = environment.ci.roles.find((one) => one.verb === verb && (role === undefined || one.name === role));
  if (found === undefined) throw new Error(`${name} has no ${verb}`);
  return ciRolePolicies(found, environment, all);
}

describe('ciRolePolicies', () => {
  it('trusts exactly the runs of the environment, in both forms of their subject', () => {
    expect(policiesOf('prod', 'apply').subjects).toEqual([
      'repo:acme/slipway:environment:prod',
      'repo:acme@1001001/slipway@2002002:environment:prod',
    ]);
  });

  it('takes the repositories of a role from what the specs grant it', () => {
    const text = renderPolicyDocument(policiesOf('prod', 'promote', 'mlops-cicd-role').permissions);
    expect(text).toContain(`arn:aws:ecr:ap-southeast-1:${accounts.dev}:repository/mlops/retail-api`);
    expect(text).toContain(`arn:aws:ecr:ap-southeast-1:${accounts.prod}:repository/mlops/retail-api`);
    expect(text).not.toContain('api-gateway');
  });

  it('lets nobody change prod who is not run by the environment "prod"', () => {
    const readers: readonly CiVerb[] = ['plan', 'audit'];
    for (const role of environments.prod.ci.roles.filter(({ verb }) => !readers.includes(verb))) {
      const { subjects } = ciRolePolicies(role, environments.prod, all);
      expect(subjects.every((subject) => subject.endsWith(':environment:prod'))).toBe(true);
    }
  });

  it('lets the nightly workflow of main, and no other, look at the images of the containers, and at no other', () => {
    const { trust, subjects, permissions } = policiesOf('prod', 'audit');
    expect(subjects.every((subject) => subject.endsWith(':ref:refs/heads/main'))).toBe(true);
    expect(renderPolicyDocument(trust)).toContain('acme/slipway/.github/workflows/nightly.yml@refs/heads/main');
    const text = renderPolicyDocument(permissions);
    for (const { repository } of Object.values(containers))
      expect(text).toContain(`arn:aws:ecr:*:${accounts.prod}:repository/${repository}`);
    expect(text).not.toContain('api-gateway');
    expect(text).not.toContain(accounts.dev);
  });

  it('lets the plan of prod read its repositories and pull nothing', () => {
    const identity = [policiesOf('prod', 'plan').permissions];
    const resource = `arn:aws:ecr:us-east-1:${accounts.prod}:repository/api-gateway`;
    const caller = { kind: 'role', account: accounts.prod, name: 'slipway-plan' } as const;
    const context = { 'aws:RequestedRegion': 'us-east-1' };
    const may = (action: string) => decide({ caller, action, resource, context }, { identity }).allowed;
    expect(may('ecr:DescribeRepositories')).toBe(true);
    expect(may('ecr:BatchGetImage')).toBe(false);
  });
});
