import {
  AddClientIDToOpenIDConnectProviderCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetOpenIDConnectProviderCommand,
  GetPolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListPolicyVersionsCommand,
  PutRolePolicyCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { appliedFixture, openedFixture } from './testing/fixture-runs.ts';
import type { Variables } from './testing/terraform-workspace.ts';
import { TestCloud } from './testing/test-cloud.ts';
import { startWholeGateway } from './testing/whole-gateway.ts';

jest.setTimeout(120_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await TestCloud.start(startWholeGateway);
});

afterAll(() => cloud.close());

const PROVIDER = 'aws_iam_openid_connect_provider.github';
const ROLE = 'aws_iam_role.push';
const ROLE_POLICY = 'aws_iam_role_policy.push';
const POLICY = 'aws_iam_policy.pull';
const ATTACHMENT = 'aws_iam_role_policy_attachment.pull';
const RoleName = 'slipway-push';
const PolicyDocument = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: 'ecr:*', Resource: '*' }],
});

const opened = () => openedFixture(cloud, 'iam');
const applied = (variables: Variables = {}) => appliedFixture(cloud, { fixture: 'iam', variables });

const iam = (account: string) => cloud.clients(account).iam('us-east-1');
const providerArn = (account: string) => `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
const policyArn = (account: string) => `arn:aws:iam::${account}:policy/ci/pull`;

async function role(account: string) {
  const { Role } = await iam(account).send(new GetRoleCommand({ RoleName }));
  return Role!;
}

async function provider(account: string) {
  return iam(account).send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: providerArn(account) }));
}

async function inlinePolicy(account: string, PolicyName = 'push'): Promise<string> {
  const { PolicyDocument } = await iam(account).send(new GetRolePolicyCommand({ RoleName, PolicyName }));
  return decodeURIComponent(PolicyDocument!);
}

describe('what CI needs of IAM', () => {
  it('is planned, applied and then left alone', async () => {
    const account = cloud.freshAccount();
    const terraform = await opened();
    expect(Object.values(await terraform.plannedActions({ account }))).toEqual(Array(6).fill(['create']));
    await terraform.must('apply', '-no-color', 'plan.bin');
    const second = await terraform.run('plan', '-no-color', '-detailed-exitcode', `-var=account=${account}`);
    expect([second.exitCode, second.stdout]).toEqual([0, expect.stringContaining('No changes')]);
  });

  it('is at AWS what the configuration says, with the default tags of the provider', async () => {
    const { account } = await applied();
    const tags = expect.arrayContaining([
      { Key: 'ManagedBy', Value: 'slipway' },
      { Key: 'Team', Value: 'retail' },
    ]);
    expect(await provider(account)).toMatchObject({ ClientIDList: ['sts.amazonaws.com'], Tags: tags });
    expect(await role(account)).toMatchObject({
      Arn: `arn:aws:iam::${account}:role/ci/slipway-push`,
      Description: 'CI may push',
      MaxSessionDuration: 3600,
      Tags: tags,
    });
    expect(await inlinePolicy(account)).toContain('ecr:PutImage');
    const { AttachedPolicies } = await iam(account).send(new ListAttachedRolePoliciesCommand({ RoleName }));
    expect(AttachedPolicies).toEqual([{ PolicyName: 'pull', PolicyArn: policyArn(account) }]);
    const { Policy } = await iam(account).send(new GetPolicyCommand({ PolicyArn: policyArn(account) }));
    expect(Policy).toMatchObject({ Description: 'pulls', Path: '/ci/', Tags: tags });
  });

  it('is looked up by name, and gets names from prefixes', async () => {
    const { account, terraform } = await applied();
    const { stdout } = await terraform.must('output', '-json');
    const { looked_up, generated } = JSON.parse(stdout) as Record<string, { value: Record<string, unknown> }>;
    expect(looked_up?.value).toMatchObject({
      id: RoleName,
      arn: `arn:aws:iam::${account}:role/ci/slipway-push`,
      path: '/ci/',
      max_session_duration: 3600,
      tags: { ManagedBy: 'slipway', Team: 'retail' },
    });
    expect(generated?.value).toMatchObject({
      name: expect.stringMatching(/^slipway-\d{18}[0-9a-f]{8}$/),
      name_prefix: 'slipway-',
      tags_all: { ManagedBy: 'slipway' },
    });
  });

  it('is adopted by import', async () => {
    const { account, terraform: first } = await applied();
    const { stdout } = await first.must('output', '-json', 'generated');
    const { name } = JSON.parse(stdout) as { name: string };
    const terraform = await opened();
    const ids = {
      [PROVIDER]: providerArn(account),
      [ROLE]: RoleName,
      'aws_iam_role.generated': name,
      [ROLE_POLICY]: `${RoleName}:push`,
      [POLICY]: policyArn(account),
      [ATTACHMENT]: `${RoleName}/${policyArn(account)}`,
    };
    for (const [address, id] of Object.entries(ids))
      await terraform.must('import', '-no-color', `-var=account=${account}`, address, id);
    expect(await terraform.plannedActions({ account })).toEqual({});
  });

  it('refuses an id of another form', async () => {
    const { account } = await applied();
    const terraform = await opened();
    const importing = ['import', '-no-color', `-var=account=${account}`] as const;
    const attachment = await terraform.run(...importing, ATTACHMENT, RoleName);
    expect(attachment.stderr).toContain('expected <role-name>/<policy_arn>');
    const inline = await terraform.run(...importing, ROLE_POLICY, RoleName);
    expect(inline.stderr).toContain('role_policy id must be of the form <role name>:<policy name>');
  });

  it('goes with destroy', async () => {
    const { account, terraform } = await applied();
    await terraform.must('destroy', '-no-color', '-auto-approve', `-var=account=${account}`);
    await expect(role(account)).rejects.toThrow('not found');
    await expect(provider(account)).rejects.toThrow('not found');
    await expect(iam(account).send(new GetPolicyCommand({ PolicyArn: policyArn(account) }))).rejects.toThrow(
      'not found',
    );
  });
});

describe('a change in place', () => {
  it('gives a provider other clients and thumbprints', async () => {
    const { account, terraform } = await applied();
    const thumbprint = 'a'.repeat(40);
    const changed = { account, clients: '["sts.amazonaws.com", "other"]', thumbprints: `["${thumbprint}"]` };
    expect(await terraform.plannedActions(changed)).toEqual({ [PROVIDER]: ['update'] });
    await terraform.apply(changed);
    expect(await provider(account)).toMatchObject({
      ClientIDList: expect.arrayContaining(['sts.amazonaws.com', 'other']),
      ThumbprintList: [thumbprint],
    });
    expect(await terraform.plannedActions(changed)).toEqual({});
    const fewer = { ...changed, clients: '["other"]' };
    await terraform.apply(fewer);
    expect((await provider(account)).ClientIDList).toEqual(['other']);
    expect(await terraform.plannedActions(fewer)).toEqual({});
  });

  it('gives a role another trust, duration, description and boundary, and takes them away', async () => {
    const { account, terraform } = await applied();
    const boundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    const changed = { account, subjects: '["repo:acme/slipway:*"]', seconds: '7200', description: '', boundary };
    expect(await terraform.plannedActions(changed)).toEqual({ [ROLE]: ['update'] });
    await terraform.apply(changed);
    const found = await role(account);
    expect(found).toMatchObject({
      MaxSessionDuration: 7200,
      PermissionsBoundary: { PermissionsBoundaryArn: boundary },
    });
    expect(decodeURIComponent(found.AssumeRolePolicyDocument!)).toContain('repo:acme/slipway:*');
    expect(found.Description ?? '').toBe('');
    expect(await terraform.plannedActions(changed)).toEqual({});
    await terraform.apply({ account });
    expect((await role(account)).PermissionsBoundary).toBeUndefined();
    expect(await terraform.plannedActions({ account })).toEqual({});
  });

  it('gives policies other actions, and keeps no more versions than IAM takes', async () => {
    const { account, terraform } = await applied();
    for (const action of ['ecr:A', 'ecr:B', 'ecr:C', 'ecr:D', 'ecr:E']) {
      await terraform.apply({ account, actions: `["${action}"]` });
    }
    expect(await inlinePolicy(account)).toContain('ecr:E');
    const { Versions } = await iam(account).send(new ListPolicyVersionsCommand({ PolicyArn: policyArn(account) }));
    expect(Versions).toHaveLength(5);
    const { Policy } = await iam(account).send(new GetPolicyCommand({ PolicyArn: policyArn(account) }));
    expect(Policy?.DefaultVersionId).toBe('v6');
    expect(await terraform.plannedActions({ account, actions: '["ecr:E"]' })).toEqual({});
    await terraform.must('destroy', '-no-color', '-auto-approve', `-var=account=${account}`);
  });

  it('gives other tags', async () => {
    const { account, terraform } = await applied();
    const changed = { account, team: 'pricing' };
    const updated = [PROVIDER, ROLE, POLICY].map((address) => [address, ['update']]);
    expect(await terraform.plannedActions(changed)).toEqual(Object.fromEntries(updated));
    await terraform.apply(changed);
    expect((await role(account)).Tags).toEqual(expect.arrayContaining([{ Key: 'Team', Value: 'pricing' }]));
    expect(await terraform.plannedActions(changed)).toEqual({});
  });

  it('is none for subjects and actions in another order', async () => {
    const { account, terraform } = await applied();
    const reordered = {
      account,
      subjects: '["repo:acme/slipway:environment:dev", "repo:acme/slipway:ref:refs/heads/main"]',
      actions: '["ecr:BatchGetImage", "ecr:PutImage"]',
    };
    expect(await terraform.plannedActions(reordered)).toEqual({});
  });
});

describe('a change of what AWS can not change', () => {
  it.each([
    ['the URL of a provider', { provider_url: 'https://gitlab.example.com' }, [PROVIDER]],
    ['the name of a role', { role_name: 'slipway-publish' }, [ROLE, ROLE_POLICY, ATTACHMENT]],
    ['the path of a role', { role_path: '/' }, [ROLE]],
    ['the name of an inline policy', { policy_name: 'publish' }, [ROLE_POLICY]],
    ['the description of a policy', { managed_description: 'pulls images' }, [POLICY, ATTACHMENT]],
    ['an attached policy', { attached: 'theirs' }, [ATTACHMENT]],
  ])('of %s replaces', async (_what, change, addresses) => {
    const { account, terraform } = await applied({ force_detach: 'true' });
    const changed = { account, force_detach: 'true', ...change };
    const actions = await terraform.plannedActions(changed);
    for (const address of addresses) expect([address, actions[address]]).toEqual([address, ['delete', 'create']]);
    await terraform.apply(changed);
    await terraform.apply(changed);
    expect(await terraform.plannedActions(changed)).toEqual({});
  });
});

describe('drift', () => {
  it('of a setting is put right in place', async () => {
    const { account, terraform } = await applied();
    await iam(account).send(new UpdateRoleCommand({ RoleName, MaxSessionDuration: 43_200 }));
    const OpenIDConnectProviderArn = providerArn(account);
    const ClientID = 'meddled-with';
    await iam(account).send(new AddClientIDToOpenIDConnectProviderCommand({ OpenIDConnectProviderArn, ClientID }));
    await iam(account).send(new PutRolePolicyCommand({ RoleName, PolicyName: 'push', PolicyDocument }));
    expect(await terraform.plannedActions({ account })).toEqual({
      [PROVIDER]: ['update'],
      [ROLE]: ['update'],
      [ROLE_POLICY]: ['update'],
    });
    await terraform.apply({ account });
    expect((await provider(account)).ClientIDList).toEqual(['sts.amazonaws.com']);
    expect(await terraform.plannedActions({ account })).toEqual({});
  });

  it('of things that are gone is created again', async () => {
    const { account, terraform } = await applied();
    await iam(account).send(new DetachRolePolicyCommand({ RoleName, PolicyArn: policyArn(account) }));
    await iam(account).send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'push' }));
    expect(await terraform.plannedActions({ account })).toEqual({
      [ATTACHMENT]: ['create'],
      [ROLE_POLICY]: ['create'],
    });
    await iam(account).send(new DeleteRoleCommand({ RoleName }));
    const created = [ROLE, ATTACHMENT, ROLE_POLICY].map((address) => [address, ['create']]);
    expect(await terraform.plannedActions({ account })).toEqual(Object.fromEntries(created));
  });
});

describe('a role', () => {
  it('keeps its policies unless it is told to let them go', async () => {
    const { account, terraform } = await applied();
    await iam(account).send(new PutRolePolicyCommand({ RoleName, PolicyName: 'by-hand', PolicyDocument }));
    const options = ['-no-color', '-auto-approve', `-var=account=${account}`];
    const refused = await terraform.run('destroy', ...options);
    expect([refused.exitCode, refused.stderr.replace(/[\s│╵╷]+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('deleting IAM Role (slipway-push): DeleteConflictException'),
    ]);
  });
});
