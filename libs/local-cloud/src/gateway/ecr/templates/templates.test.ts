import { beforeEach, describe, expect, it } from '@jest/globals';
import { EcrCaller } from '../../../testing/ecr-caller.ts';
import { createRepositoryCreationTemplate } from './create-repository-creation-template.ts';
import { deleteRepositoryCreationTemplate } from './delete-repository-creation-template.ts';
import { describeRepositoryCreationTemplates } from './describe-repository-creation-templates.ts';
import { updateRepositoryCreationTemplate } from './update-repository-creation-template.ts';

const plain = { prefix: 'team', appliedFor: ['REPLICATION'] };
const filters = [{ filter: 'latest', filterType: 'WILDCARD' }];

let ecr: EcrCaller;

beforeEach(() => {
  ecr = new EcrCaller();
});

describe('creating a template', () => {
  it('gives it the defaults of a repository', async () => {
    expect(await ecr.call(createRepositoryCreationTemplate, plain)).toEqual({
      registryId: '111122223333',
      repositoryCreationTemplate: {
        ...plain,
        imageTagMutability: 'MUTABLE',
        encryptionConfiguration: { encryptionType: 'AES256' },
        createdAt: expect.any(Number),
        updatedAt: expect.any(Number),
      },
    });
  });

  it('refuses a second one with the prefix', async () => {
    await ecr.call(createRepositoryCreationTemplate, plain);
    await expect(ecr.call(createRepositoryCreationTemplate, plain)).rejects.toMatchObject({
      code: 'TemplateAlreadyExistsException',
      message: 'The repository creation template already exists. Specify a unique prefix and try again.',
    });
  });

  it.each(['ROOT', 'a', 'x'.repeat(256), 'a/b/'])('takes the prefix "%.10s"', async (prefix) => {
    const created = await ecr.call(createRepositoryCreationTemplate, { ...plain, prefix });
    expect(created).toMatchObject({ repositoryCreationTemplate: { prefix } });
  });

  it.each([
    ['prefix', ''],
    ['prefix', 'Upper'],
    ['prefix', 'x'.repeat(257)],
    ['appliedFor', undefined],
    ['appliedFor', []],
    ['appliedFor', ['PUSH']],
    ['description', 'x'.repeat(257)],
    ['imageTagMutability', 'SOMETIMES'],
    ['imageTagMutabilityExclusionFilters', filters],
    ['imageTagMutabilityExclusionFilters', []],
    ['encryptionConfiguration', { encryptionType: 'ROT13' }],
    ['repositoryPolicy', 'no JSON'],
    ['lifecyclePolicy', 'no JSON'],
    ['resourceTags', [{ Key: 'a' }]],
  ])('refuses %s %j', async (name, value) => {
    const creating = ecr.call(createRepositoryCreationTemplate, { ...plain, [name]: value });
    await expect(creating).rejects.toMatchObject({ code: 'InvalidParameterException' });
  });
});

describe('a template that exists', () => {
  beforeEach(async () => {
    await ecr.call(createRepositoryCreationTemplate, {
      ...plain,
      description: 'for teams',
      imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
      imageTagMutabilityExclusionFilters: filters,
      lifecyclePolicy: '{"rules":[]}',
      resourceTags: [{ Key: 'Team', Value: 'retail' }],
    });
  });

  const found = async () => {
    const answer = await ecr.call(describeRepositoryCreationTemplates, { prefixes: ['team'] });
    return (answer as { readonly repositoryCreationTemplates: readonly object[] }).repositoryCreationTemplates[0];
  };

  it('keeps what an update leaves out', async () => {
    await ecr.call(updateRepositoryCreationTemplate, { prefix: 'team', appliedFor: ['PULL_THROUGH_CACHE'] });
    expect(await found()).toMatchObject({
      appliedFor: ['PULL_THROUGH_CACHE'],
      description: 'for teams',
      imageTagMutabilityExclusionFilters: filters,
      resourceTags: [{ Key: 'Team', Value: 'retail' }],
    });
  });

  it('loses what an update empties', async () => {
    await ecr.call(updateRepositoryCreationTemplate, { prefix: 'team', description: '', lifecyclePolicy: '' });
    expect(await found()).not.toHaveProperty('description');
    expect(await found()).not.toHaveProperty('lifecyclePolicy');
  });

  it('loses its exclusions with a mutability that has none', async () => {
    await ecr.call(updateRepositoryCreationTemplate, { prefix: 'team', imageTagMutability: 'IMMUTABLE' });
    expect(await found()).not.toHaveProperty('imageTagMutabilityExclusionFilters');
  });

  it('is gone after it was deleted, which asking for it does not call an error', async () => {
    await ecr.call(deleteRepositoryCreationTemplate, { prefix: 'team' });
    expect(await found()).toBeUndefined();
    for (const handler of [deleteRepositoryCreationTemplate, updateRepositoryCreationTemplate]) {
      await expect(ecr.call(handler, { prefix: 'team' })).rejects.toMatchObject({ code: 'TemplateNotFoundException' });
    }
  });
});
