import {
  DescribeRepositoriesCommand as DescribePublicRepositoriesCommand,
  DeleteRepositoryCommand as DeletePublicRepositoryCommand,
  GetRepositoryCatalogDataCommand,
  PutRepositoryCatalogDataCommand,
} from '@aws-sdk/client-ecr-public';
import {
  DeletePullThroughCacheRuleCommand,
  DeleteRepositoryCreationTemplateCommand,
  DescribePullThroughCacheRulesCommand,
  DescribeRepositoryCreationTemplatesCommand,
  GetAccountSettingCommand,
  PutAccountSettingCommand,
  UpdateRepositoryCreationTemplateCommand,
} from '@aws-sdk/client-ecr';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { TerraformWorkspace } from './testing/terraform-workspace.ts';
import { TestCloud } from './testing/test-cloud.ts';
import { startWholeGateway } from './testing/whole-gateway.ts';

jest.setTimeout(120_000);

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await TestCloud.start(startWholeGateway);
});

afterAll(() => cloud.close());

const RULE = 'aws_ecr_pull_through_cache_rule.docker';
const RULE_ELSEWHERE = 'aws_ecr_pull_through_cache_rule.elsewhere';
const TEMPLATE = 'aws_ecr_repository_creation_template.team';
const SETTING = 'aws_ecr_account_setting.scan';
const PUBLIC = 'aws_ecrpublic_repository.tool';
const PUBLIC_POLICY = 'aws_ecrpublic_repository_policy.tool';

async function opened(): Promise<TerraformWorkspace> {
  const terraform = cloud.workspace('registry-extras');
  await terraform.must('init', '-no-color');
  return terraform;
}

async function applied(): Promise<{ account: string; terraform: TerraformWorkspace }> {
  const account = cloud.freshAccount();
  const terraform = await opened();
  await terraform.apply({ account });
  return { account, terraform };
}

async function rules(account: string, region?: string) {
  const { pullThroughCacheRules } = await cloud.ecr(account, region).send(new DescribePullThroughCacheRulesCommand({}));
  return pullThroughCacheRules;
}

async function template(account: string, prefix = 'team') {
  const asked = new DescribeRepositoryCreationTemplatesCommand({ prefixes: [prefix] });
  return (await cloud.ecr(account).send(asked)).repositoryCreationTemplates?.[0];
}

async function scanVersion(account: string) {
  return (await cloud.ecr(account).send(new GetAccountSettingCommand({ name: 'BASIC_SCAN_TYPE_VERSION' }))).value;
}

const publicEcr = (account: string) => cloud.clients(account).ecrPublic('us-east-1');

describe('what a registry has besides repositories', () => {
  it('is planned, applied and then left alone', async () => {
    const account = cloud.freshAccount();
    const terraform = await opened();
    expect(Object.values(await terraform.plannedActions({ account }))).toEqual(Array(8).fill(['create']));
    await terraform.must('apply', '-no-color', 'plan.bin');
    const second = await terraform.run('plan', '-no-color', '-detailed-exitcode', `-var=account=${account}`);
    expect([second.exitCode, second.stdout]).toEqual([0, expect.stringContaining('No changes')]);
  });

  it('is at AWS what the configuration says', async () => {
    const { account, terraform } = await applied();
    const credentialArn = `arn:aws:secretsmanager:eu-west-1:${account}:secret:ecr-pullthroughcache/first-AbCdEf`;
    expect(await rules(account)).toMatchObject([{ ecrRepositoryPrefix: 'docker-hub', credentialArn }]);
    expect(await rules(account, 'us-west-2')).toMatchObject([{ upstreamRepositoryPrefix: 'ROOT' }]);
    expect(await template(account)).toMatchObject({
      description: 'for teams',
      appliedFor: expect.arrayContaining(['REPLICATION', 'PULL_THROUGH_CACHE']),
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: [{ filter: 'latest', filterType: 'WILDCARD' }],
      resourceTags: [{ Key: 'Team', Value: 'retail' }],
      lifecyclePolicy: expect.stringContaining('imageCountMoreThan'),
    });
    expect(await template(account, 'ROOT')).toMatchObject({ encryptionConfiguration: { encryptionType: 'AES256' } });
    expect(await scanVersion(account)).toBe('CLAIR');
    const { repositories } = await publicEcr(account).send(new DescribePublicRepositoriesCommand({}));
    const { stdout } = await terraform.must('output', '-json');
    const tool = repositories?.find(({ repositoryName }) => repositoryName === 'tools/slipway');
    expect(JSON.parse(stdout)).toMatchObject({ public_uri: { value: tool?.repositoryUri } });
  });

  it('is adopted by import, in the region of the provider and in others', async () => {
    const { account } = await applied();
    const terraform = await opened();
    const ids = {
      [RULE]: 'docker-hub',
      [RULE_ELSEWHERE]: 'upstream@us-west-2',
      [TEMPLATE]: 'team',
      'aws_ecr_repository_creation_template.root': 'ROOT',
      [SETTING]: 'BASIC_SCAN_TYPE_VERSION',
      [PUBLIC]: 'tools/slipway@us-east-1',
      'aws_ecrpublic_repository.plain': 'plain@us-east-1',
      [PUBLIC_POLICY]: 'tools/slipway@us-east-1',
    };
    for (const [address, id] of Object.entries(ids))
      await terraform.must('import', '-no-color', `-var=account=${account}`, address, id);
    expect(await terraform.plannedActions({ account })).toEqual({});
  });

  it('goes with destroy, but for account settings, which always have a value', async () => {
    const { account, terraform } = await applied();
    await terraform.must('destroy', '-no-color', '-auto-approve', `-var=account=${account}`);
    expect([await rules(account), await rules(account, 'us-west-2')]).toEqual([[], []]);
    expect(await template(account)).toBeUndefined();
    expect((await publicEcr(account).send(new DescribePublicRepositoriesCommand({}))).repositories).toEqual([]);
    expect(await scanVersion(account)).toBe('CLAIR');
  });
});

describe('a change in place', () => {
  it('gives a rule another secret', async () => {
    const { account, terraform } = await applied();
    const changed = { account, credential: 'second' };
    expect(await terraform.plannedActions(changed)).toEqual({ [RULE]: ['update'] });
    await terraform.apply(changed);
    expect(await rules(account)).toMatchObject([{ credentialArn: expect.stringContaining('second') }]);
    expect(await terraform.plannedActions(changed)).toEqual({});
  });

  it('gives a template other settings and takes some away', async () => {
    const { account, terraform } = await applied();
    const changed = { account, description: '', mutability: 'IMMUTABLE', exclusions: '[]', team: 'pricing' };
    expect(await terraform.plannedActions(changed)).toEqual({ [TEMPLATE]: ['update'], [PUBLIC]: ['update'] });
    await terraform.apply(changed);
    const found = await template(account);
    expect(found).toMatchObject({ imageTagMutability: 'IMMUTABLE', resourceTags: [{ Key: 'Team', Value: 'pricing' }] });
    expect([found?.description, found?.imageTagMutabilityExclusionFilters]).toEqual([undefined, undefined]);
    expect(await terraform.plannedActions(changed)).toEqual({});
  });

  it('gives a setting another value', async () => {
    const { account, terraform } = await applied();
    const changed = { account, scan_version: 'AWS_NATIVE' };
    expect(await terraform.plannedActions(changed)).toEqual({ [SETTING]: ['update'] });
    await terraform.apply(changed);
    expect(await scanVersion(account)).toBe('AWS_NATIVE');
  });

  it('gives a public repository other catalog data and another policy', async () => {
    const { account, terraform } = await applied();
    const changed = { account, about: '# news', public_actions: '["ecr-public:PutImage"]' };
    expect(await terraform.plannedActions(changed)).toEqual({ [PUBLIC]: ['update'], [PUBLIC_POLICY]: ['update'] });
    await terraform.apply(changed);
    const asked = new GetRepositoryCatalogDataCommand({ repositoryName: 'tools/slipway' });
    expect((await publicEcr(account).send(asked)).catalogData).toMatchObject({
      aboutText: '# news',
      operatingSystems: ['Linux'],
    });
    expect(await terraform.plannedActions(changed)).toEqual({});
  });

  it('is none for rules and actions in another order', async () => {
    const { account, terraform } = await applied();
    const reordered = {
      account,
      rule_order: '[2, 1]',
      public_actions: '["ecr-public:UploadLayerPart", "ecr-public:PutImage"]',
    };
    expect(await terraform.plannedActions(reordered)).toEqual({});
  });
});

describe('a change of what AWS can not change', () => {
  it.each([
    ['the upstream of a rule', { upstream: 'registry.k8s.io' }, [RULE_ELSEWHERE]],
    ['the prefix of a template', { template_prefix: 'teams' }, [TEMPLATE]],
    ['the name of a setting', { setting: 'REGISTRY_POLICY_SCOPE', scan_version: 'V1' }, [SETTING]],
    ['the name of a public repository', { public_name: 'tools/other' }, [PUBLIC, PUBLIC_POLICY]],
  ])('of %s replaces', async (_what, change, addresses) => {
    const { account, terraform } = await applied();
    const changed = { account, ...change };
    const replaced = Object.fromEntries(addresses.map((address) => [address, ['delete', 'create']]));
    expect(await terraform.plannedActions(changed)).toEqual(replaced);
    await terraform.apply(changed);
    expect(await terraform.plannedActions(changed)).toEqual({});
  });
});

describe('drift', () => {
  it('of a setting is put right in place', async () => {
    const { account, terraform } = await applied();
    const ecr = cloud.ecr(account);
    await ecr.send(new PutAccountSettingCommand({ name: 'BASIC_SCAN_TYPE_VERSION', value: 'AWS_NATIVE' }));
    await ecr.send(new UpdateRepositoryCreationTemplateCommand({ prefix: 'team', description: 'meddled with' }));
    const meddling = { repositoryName: 'tools/slipway', catalogData: { aboutText: 'meddled with' } };
    await publicEcr(account).send(new PutRepositoryCatalogDataCommand(meddling));
    expect(await terraform.plannedActions({ account })).toEqual({
      [SETTING]: ['update'],
      [TEMPLATE]: ['update'],
      [PUBLIC]: ['update'],
    });
    await terraform.apply({ account });
    expect((await template(account))?.description).toBe('for teams');
    expect(await terraform.plannedActions({ account })).toEqual({});
  });

  it('of things that are gone is created again', async () => {
    const { account, terraform } = await applied();
    const ecr = cloud.ecr(account);
    await ecr.send(new DeletePullThroughCacheRuleCommand({ ecrRepositoryPrefix: 'docker-hub' }));
    await ecr.send(new DeleteRepositoryCreationTemplateCommand({ prefix: 'team' }));
    await publicEcr(account).send(new DeletePublicRepositoryCommand({ repositoryName: 'tools/slipway' }));
    const created = [RULE, TEMPLATE, PUBLIC, PUBLIC_POLICY].map((address) => [address, ['create']]);
    expect(await terraform.plannedActions({ account })).toEqual(Object.fromEntries(created));
  });
});

describe('what can not be', () => {
  it('is refused before anything is planned', async () => {
    const terraform = await opened();
    const wrong = ['-var=setting=SOMETHING', '-var=mutability=SOMETIMES', '-var=template_prefix=t'];
    const { exitCode, stderr } = await terraform.run('plan', '-no-color', '-var=account=111122223333', ...wrong);
    const text = stderr.replace(/[\s│╵╷]+/g, ' ');
    expect(exitCode).toBe(1);
    for (const words of [
      'Attribute name value must be one of: ["BASIC_SCAN_TYPE_VERSION" "REGISTRY_POLICY_SCOPE"], got: "SOMETHING"',
      'expected image_tag_mutability to be one of ["IMMUTABLE"',
      'expected length of prefix to be in the range (2 - 256), got t',
    ])
      expect(text).toContain(words);
  });

  it('is refused by AWS with the name of its exception', async () => {
    const account = cloud.freshAccount();
    const terraform = await opened();
    const options = ['-no-color', '-auto-approve', `-var=account=${account}`, '-var=upstream=harbor.example.com'];
    const { exitCode, stderr } = await terraform.run('apply', ...options);
    expect([exitCode, stderr.replace(/[\s│╵╷]+/g, ' ')]).toEqual([
      1,
      expect.stringContaining(
        'creating ECR Pull Through Cache Rule (upstream): UnsupportedUpstreamRegistryException: The upstream registry URL harbor.example.com is invalid',
      ),
    ]);
  });
});
