import { beforeEach, describe, expect, it } from '@jest/globals';
import { EcrCaller } from '../../testing/ecr-caller.ts';
import { ecrPublicActions } from './ecr-public-actions.ts';

const name = { repositoryName: 'tools/slipway' };
const resourceArn = 'arn:aws:ecr-public::111122223333:repository/tools/slipway';

let ecr: EcrCaller;

beforeEach(() => {
  ecr = new EcrCaller('111122223333', 'us-east-1');
});

const call = (action: string, input: object = {}) => ecr.call(ecrPublicActions[action]!, input);

describe('creating a public repository', () => {
  it('answers an ARN without a region and a URI under the alias of the registry', async () => {
    const answer = await call('CreateRepository', name);
    expect(answer).toMatchObject({
      repository: {
        ...name,
        repositoryArn: resourceArn,
        registryId: '111122223333',
        repositoryUri: expect.stringMatching(/^public\.ecr\.aws\/([a-z]\d){4}\/tools\/slipway$/),
      },
    });
    const { repositoryUri } = (answer as { readonly repository: { readonly repositoryUri: string } }).repository;
    const { registries } = (await call('DescribeRegistries')) as { registries: { registryUri: string }[] };
    expect(repositoryUri).toBe(`${registries[0]?.registryUri ?? ''}/tools/slipway`);
  });

  it('refuses a name twice', async () => {
    await call('CreateRepository', name);
    await expect(call('CreateRepository', name)).rejects.toMatchObject({
      code: 'RepositoryAlreadyExistsException',
      message: "The repository with name 'tools/slipway' already exists in the registry with id '111122223333'",
    });
  });

  it.each(['a', 'x'.repeat(206), 'Upper', 'a__b'])('refuses the name "%.10s"', async (repositoryName) => {
    await expect(call('CreateRepository', { repositoryName })).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
  });

  it('refuses more than 50 tags', async () => {
    const tags = Array.from({ length: 51 }, (_, index) => ({ Key: `k${index}`, Value: '' }));
    await expect(call('CreateRepository', { ...name, tags })).rejects.toMatchObject({ code: 'TooManyTagsException' });
    const long = [{ Key: 'x'.repeat(129), Value: '' }];
    await expect(call('CreateRepository', { ...name, tags: long })).rejects.toMatchObject({
      code: 'InvalidTagParameterException',
    });
  });

  it('works in us-east-1 alone', async () => {
    const elsewhere = ecr.call(ecrPublicActions['CreateRepository']!, name, { region: 'eu-west-1' });
    await expect(elsewhere).rejects.toMatchObject({
      code: 'UnsupportedCommandException',
      message: "The action isn't supported in this Region.",
    });
  });
});

describe('a public repository', () => {
  beforeEach(async () => {
    await call('CreateRepository', { ...name, tags: [{ Key: 'Team', Value: 'retail' }] });
  });

  it('is described alone and among all, and not in another account', async () => {
    const alone = { repositoryNames: ['tools/slipway'] };
    expect(await call('DescribeRepositories', alone)).toMatchObject({ repositories: [name] });
    expect(await call('DescribeRepositories')).toMatchObject({ repositories: [name] });
    const handler = ecrPublicActions['DescribeRepositories']!;
    await expect(ecr.call(handler, alone, { account: '444455556666' })).rejects.toMatchObject({
      code: 'RepositoryNotFoundException',
    });
  });

  it('has catalog data that each put replaces as a whole', async () => {
    expect(await call('GetRepositoryCatalogData', name)).toEqual({ catalogData: {} });
    await call('PutRepositoryCatalogData', { ...name, catalogData: { description: 'a', aboutText: '# b' } });
    await call('PutRepositoryCatalogData', { ...name, catalogData: { architectures: ['ARM 64'], usageText: 'c' } });
    expect(await call('GetRepositoryCatalogData', name)).toEqual({
      catalogData: { architectures: ['ARM 64'], usageText: 'c' },
    });
    const tooLong = { ...name, catalogData: { description: 'x'.repeat(1025) } };
    await expect(call('PutRepositoryCatalogData', tooLong)).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
  });

  it('has a policy once it was set and until it was deleted', async () => {
    const missing = { code: 'RepositoryPolicyNotFoundException' };
    await expect(call('GetRepositoryPolicy', name)).rejects.toMatchObject(missing);
    const policyText = '{"Version":"2012-10-17","Statement":[]}';
    await call('SetRepositoryPolicy', { ...name, policyText });
    expect(await call('GetRepositoryPolicy', name)).toEqual({ ...name, registryId: '111122223333', policyText });
    expect(await call('DeleteRepositoryPolicy', name)).toMatchObject({ policyText });
    await expect(call('DeleteRepositoryPolicy', name)).rejects.toMatchObject(missing);
    await expect(call('SetRepositoryPolicy', { ...name, policyText: 'no' })).rejects.toMatchObject({
      code: 'InvalidParameterException',
      message: expect.stringContaining('Invalid repository policy provided'),
    });
  });

  it('has tags that come and go', async () => {
    await call('TagResource', { resourceArn, tags: [{ Key: 'Cost', Value: '1' }] });
    await call('UntagResource', { resourceArn, tagKeys: ['Team'] });
    expect(await call('ListTagsForResource', { resourceArn })).toEqual({ tags: [{ Key: 'Cost', Value: '1' }] });
    await expect(call('ListTagsForResource', { resourceArn: 'arn:aws:s3:::bucket' })).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
  });

  it('is gone after it was deleted', async () => {
    expect(await call('DeleteRepository', name)).toMatchObject({ repository: name });
    for (const action of ['DeleteRepository', 'GetRepositoryCatalogData', 'GetRepositoryPolicy'])
      await expect(call(action, name)).rejects.toMatchObject({
        code: 'RepositoryNotFoundException',
        message: "The repository with name 'tools/slipway' does not exist in the registry with id '111122223333'",
      });
  });
});
