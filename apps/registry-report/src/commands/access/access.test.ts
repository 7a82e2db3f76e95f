import { describe, expect, it } from '@jest/globals';
import { renderPolicyDocument, repositoryPolicy } from '@slipway/access';
import { environments, grantsOf } from '@slipway/environments';
import { ACCOUNT, OTHER_ACCOUNT, api, testEnvironment } from '@slipway/ecr-inventory/testing';
import { runProgram } from '../../testing/run-program.ts';
import { testWorld } from '../../testing/test-world.ts';
import type { World } from '../../world.ts';
import type { AccessReport } from './access-report.ts';

async function json(args: readonly string[], world: World = testWorld().world): Promise<AccessReport> {
  return JSON.parse((await runProgram(['access', 'test', '--json', ...args], world)).printed) as AccessReport;
}

/** The policy that Terraform gives to `shop/api`. */
function declaredPolicy(): string {
  const document = repositoryPolicy(grantsOf(api.access), { account: ACCOUNT });
  if (document === undefined) throw new Error('shop/api grants nothing');
  return renderPolicyDocument(document);
}

describe('registry-report access', () => {
  it('shows what every kind of principal can do, without touching the registry', async () => {
    const { rows, ...rest } = await json(['--repository', 'shop/api']);
    expect(rest).toMatchObject({ schemaVersion: 1, report: 'access', environment: 'test', account: ACCOUNT });
    const here = rows.filter(({ region }) => region === 'us-east-1');
    expect(here.map(({ principal, actions, through }) => [principal, actions.join(' '), through])).toEqual([
      [`Lambda functions of ${ACCOUNT}`, 'pull', 'repository policy'],
      [`account ${OTHER_ACCOUNT}`, 'pull', 'both'],
      ['organization o-a1b2c3d4e5', 'pull', 'both'],
      [`role ci of ${ACCOUNT} (GitHub Actions)`, 'pull push read', 'both'],
      [`role nodes of ${ACCOUNT} (EKS nodes)`, 'pull', 'repository policy'],
    ]);
  });

  it('says which runs may assume a CI role', async () => {
    const { rows } = await json(['--principal', 'role ci']);
    expect(rows[0]?.note).toContain('assumed by repo:acme/slipway:environment:test');
  });

  it('shows replicas, too: their policy is that of their source', async () => {
    const { rows } = await json(['--principal', 'NODES']);
    expect(rows.map(({ region, repository }) => `${region} ${repository}`)).toEqual([
      'us-east-1 shop/api',
      'us-west-2 shop/api',
    ]);
  });

  it('says that nobody has access where no principal is meant', async () => {
    const { printed } = await runProgram(['access', 'test', '--principal', 'nobody'], testWorld().world);
    expect(printed).toContain('No principal of the specs that was asked for has access.');
  });

  it("shows that the CI role of prod pulls from dev's own repositories and reads their scans, and does nothing else there", async () => {
    const world = { ...testWorld().world, catalog: environments };
    const args = ['--repository', 'mlops/retail-api', '--principal', environments.prod.account];
    const { printed } = await runProgram(['access', 'dev', '--json', ...args], world);
    const { rows } = JSON.parse(printed) as AccessReport;
    expect(rows.map(({ principal, actions, through }) => [principal, actions, through])).toEqual([
      [`role mlops-cicd-role of ${environments.prod.account} (GitHub Actions)`, ['pull', 'read'], 'both'],
    ]);
  });

  it('names public repositories, which everyone can pull from', async () => {
    const { world } = testWorld();
    const open = { ...testEnvironment, publicRepositories: [{ name: 'shop/public', description: 'for all' }] };
    const { printed } = await runProgram(['access', 'test'], { ...world, catalog: { test: open } });
    expect(printed).toContain('Everyone can pull from the public repositories: shop/public.');
  });

  it('prints a table for people, with long notes once below it', async () => {
    const { printed } = await runProgram(['access', 'test', '--repository', 'shop/api'], testWorld().world);
    expect(printed).toMatch(/│ us-east-1 │ shop\/api +│ Lambda functions of 111111111111 .*│ yes +│/);
    expect(printed.match(/assumed by repo:acme/g)).toHaveLength(1);
    expect(printed).toContain('Nobody else is let in');
  });

  it('prints Markdown', async () => {
    const { printed } = await runProgram(['access', 'test', '--markdown'], testWorld().world);
    expect(printed).toMatch(/^## Access to the repositories of test/);
    expect(printed).toContain('| region | repository | principal | pull | push | read | through | note |');
  });
});

describe('registry-report access --live', () => {
  it('is content with the policies that Terraform would set, in whatever form AWS returns them', async () => {
    const { world, registry } = testWorld();
    registry.put('us-east-1', 'shop/api', { repositoryPolicy: JSON.stringify(JSON.parse(declaredPolicy()), null, 2) });
    const { failure, printed } = await runProgram(['access', 'test', '--live', '--json'], world);
    expect(failure).toBeUndefined();
    const { live } = JSON.parse(printed) as AccessReport;
    expect(live?.compared).toBe(1);
    expect(live?.findings.map(({ rule, severity, path }) => `${severity} ${rule} ${path}`)).toEqual([
      'warning repository-missing test / us-east-1 / tools',
      'warning repository-missing test / us-west-2 / shop/api',
      'warning repository-missing test / us-west-2 / tools',
    ]);
  });

  it('reports who can do more and less than declared, and fails', async () => {
    const { world, registry } = testWorld();
    const strange = {
      Version: '2008-10-17',
      Statement: { Effect: 'Allow', Principal: { AWS: '999999999999' }, Action: 'ecr:*' },
    };
    registry.put('us-east-1', 'shop/api', { repositoryPolicy: JSON.stringify(strange) });
    registry.put('us-east-1', 'tools', {});
    const { failure, printed } = await runProgram(['access', 'test', '--live'], world);
    expect(failure?.code).toBe('access-differs');
    expect(printed).toContain('2 policies compared');
    expect(printed).toMatch(/shop\/api: "account 999999999999" may also ecr:\* \[access-undeclared\]/);
    expect(printed).toMatch(/"role nodes of 111111111111" may not .*ecr:BatchGetImage.* \[access-missing\]/);
  });

  it('refuses credentials of another account', async () => {
    const { failure } = await runProgram(['access', 'test', '--live'], testWorld({ account: OTHER_ACCOUNT }).world);
    expect(failure).toMatchObject({
      code: 'wrong-account',
      message: `the credentials are of account '${OTHER_ACCOUNT}', and the environment 'test' is account '${ACCOUNT}'`,
      fix: `log in to account ${ACCOUNT}; for the local cloud: eval "$(npx local-cloud env test)"`,
    });
  });

  it('says what to do about a replica that no deployment changes', async () => {
    const { world, registry } = testWorld();
    registry.put('us-west-2', 'shop/api', {});
    const { live } = await json(['--live', '--repository', 'shop/api'], world);
    const errors = live?.findings.filter(({ severity }) => severity === 'error') ?? [];
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ fix }) => fix.includes('set the policy of its source in us-east-1 here'))).toBe(true);
  });
});
