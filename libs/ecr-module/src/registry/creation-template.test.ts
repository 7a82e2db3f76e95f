import { describe, expect, it } from '@jest/globals';
import { iamRole } from '@slipway/access';
import { aes256, immutableExcept, kms, mutable, type CreationTemplateSpec } from '@slipway/environments';
import { expireAfterDays, untagged } from '@slipway/lifecycle';
import { only, synthesized } from '../testing/synthesized.ts';
import { creationTemplate, type TemplatePlace } from './creation-template.ts';

const account = '111122223333';
const KEY = `arn:aws:kms:us-east-1:${account}:key/11111111-2222-3333-4444-555555555555`;
const OTHER_KEY = `arn:aws:kms:us-west-2:${account}:key/11111111-2222-3333-4444-666666666666`;
const environment = { name: 'dev', tags: {}, deletion: 'disposable' } as const;
const plain: CreationTemplateSpec = {
  namespace: 'team',
  appliedFor: ['replication'],
  tagMutability: mutable(),
  encryption: aes256(),
};

function synth(change: Partial<CreationTemplateSpec> = {}, place: Partial<TemplatePlace> = {}) {
  return synthesized((stack) => {
    creationTemplate(stack, { ...plain, ...change }, { region: 'us-east-1', account, ...place });
  });
}
const template = (change: Partial<CreationTemplateSpec> = {}, place: Partial<TemplatePlace> = {}) =>
  only('aws_ecr_repository_creation_template', synth(change, place));
const rolePolicy = (configuration: ReturnType<typeof synth>) =>
  JSON.parse(only('aws_iam_role_policy', configuration)['policy'] as string) as {
    readonly Statement: readonly { readonly Sid: string; readonly Resource: unknown }[];
  };

describe('a creation template', () => {
  it('is for a namespace and its uses', () => {
    expect(template({ appliedFor: ['pull-through-cache', 'replication'] })).toMatchObject({
      prefix: 'team',
      region: 'us-east-1',
      applied_for: ['PULL_THROUGH_CACHE', 'REPLICATION'],
    });
  });

  it('passes on mutability with its filters', () => {
    expect(template({ tagMutability: immutableExcept('latest') })).toMatchObject({
      image_tag_mutability: 'IMMUTABLE_WITH_EXCLUSION',
      image_tag_mutability_exclusion_filter: [{ filter: 'latest', filter_type: 'WILDCARD' }],
    });
  });

  it('passes on lifecycle and access as texts', () => {
    const made = template({
      lifecycle: [expireAfterDays(1, untagged())],
      access: { pull: [iamRole('nodes')] },
    });
    expect(JSON.parse(made['lifecycle_policy'] as string)).toMatchObject({
      rules: [{ rulePriority: 1, selection: { tagStatus: 'untagged', countNumber: 1 }, action: { type: 'expire' } }],
    });
    expect(JSON.parse(made['repository_policy'] as string)).toMatchObject({
      Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:role/nodes` } }],
    });
  });

  it('passes on no policies where there are none', () => {
    const made = template({ lifecycle: [], access: {} });
    expect(made).not.toHaveProperty('lifecycle_policy');
    expect(made).not.toHaveProperty('repository_policy');
  });

  it('passes on its tags and those of the environment, which default tags can not reach', () => {
    const tagged = { ...environment, tags: { Environment: 'dev', Owner: 'platform' } };
    expect(template({ tags: { Owner: 'team' } }, { environment: tagged })['resource_tags']).toEqual({
      Environment: 'dev',
      Owner: 'team',
    });
  });
});

// ECR user guide, "Creating a repository creation template": KMS keys and resource tags need a custom role.
describe('the role of creation templates', () => {
  it('is not made where no template needs it', () => {
    expect(synth({}, { environment }).resource).not.toHaveProperty('aws_iam_role');
  });

  it.each([
    ['tags', { tags: { Owner: 'team' } }],
    ['a KMS key', { encryption: kms(KEY) }],
    ['the KMS key of AWS', { encryption: kms('aws-managed') }],
  ])('is used where a template has %s', (_, change) => {
    const made = synth(change, { environment });
    const role = only('aws_iam_role', made);
    const permissions = only('aws_iam_role_policy', made);
    expect(role['name']).toBe('slipway-dev-ecr-templates');
    expect(only('aws_ecr_repository_creation_template', made)).toMatchObject({
      custom_role_arn: `\${${role.address}.arn}`,
      depends_on: [permissions.address],
    });
  });

  it('is one for all templates of a stack, and reaches exactly their keys', () => {
    const made = synthesized((stack) => {
      const place = { account, environment };
      creationTemplate(stack, { ...plain, encryption: kms(KEY) }, { ...place, region: 'us-east-1' });
      creationTemplate(
        stack,
        { ...plain, namespace: 'b', encryption: kms(OTHER_KEY) },
        { ...place, region: 'us-west-2' },
      );
      creationTemplate(stack, { ...plain, namespace: 'c', tags: { A: 'b' } }, { ...place, region: 'us-west-2' });
    });
    expect(rolePolicy(made).Statement.find(({ Sid }) => Sid === 'AllowKeys')?.Resource).toEqual([KEY, OTHER_KEY]);
  });

  it('needs an environment to be named after', () => {
    expect(() => template({ tags: { Owner: 'team' } })).toThrow('the template "team" has tags or a KMS key');
  });

  it('says which template asks for the key of a registry that has none', () => {
    expect(() => template({ encryption: kms() }, { environment })).toThrow(
      'the template "team" asks for the key of its registry, and the registry of "us-east-1" has none',
    );
  });
});

describe('the type of a template', () => {
  it('needs a use, and filters only where they except something', () => {
    // @ts-expect-error a template that is applied for nothing serves nothing
    const useless: CreationTemplateSpec = { ...plain, appliedFor: [] };
    // @ts-expect-error MUTABLE moves every tag, so there is nothing to except
    const wrong: CreationTemplateSpec = { ...plain, tagMutability: { mode: 'MUTABLE', except: ['v*'] } };
    expect([useless, wrong]).toHaveLength(2);
  });
});
