import { describe, expect, it } from '@jest/globals';
import type { TerraformStack } from '../cdktf.ts';
import { synthesized } from '../testing/synthesized.ts';
import { RepositoryReference } from './repository-reference.ts';

const account = '444455556666';

function refer(make: (stack: TerraformStack) => RepositoryReference): RepositoryReference {
  const made: RepositoryReference[] = [];
  synthesized((stack) => made.push(make(stack)));
  return made[0]!;
}
const byName = (region: string) =>
  refer((stack) => RepositoryReference.fromName(stack, 'api', { name: 'team/api', region, account }));
const byArn = (arn: string) => refer((stack) => RepositoryReference.fromArn(stack, 'api', arn));

describe('RepositoryReference', () => {
  it.each([
    ['us-east-1', 'aws', 'amazonaws.com'],
    ['us-gov-west-1', 'aws-us-gov', 'amazonaws.com'],
    ['cn-north-1', 'aws-cn', 'amazonaws.com.cn'],
  ])('knows the address of a repository in %s', (region, partition, suffix) => {
    const url = `${account}.dkr.ecr.${region}.${suffix}/team/api`;
    const arn = `arn:${partition}:ecr:${region}:${account}:repository/team/api`;
    const expected = { name: 'team/api', region, account, registryId: account, url, arn };
    for (const reference of [byName(region), byArn(arn)])
      for (const [property, value] of Object.entries(expected))
        expect(reference[property as keyof typeof expected]).toBe(value);
  });

  it.each(['us-iso-east-1', 'us-isob-east-1', 'eu-isoe-west-1', 'eusc-de-east-1', 'nowhere'])(
    'refuses "%s", whose host names it does not know',
    (region) => {
      expect(() => byName(region)).toThrow(`the partition of the region "${region}" is not known`);
    },
  );

  it.each([
    'arn:aws:ecr:us-east-1:444455556666:team/api',
    'arn:aws:ecr-public::444455556666:repository/team/api',
    'arn:aws:iam::444455556666:role/x',
    'team/api',
  ])('refuses "%s", which is not the ARN of a private repository', (arn) => {
    expect(() => byArn(arn)).toThrow(`"${arn}" is not the ARN of a private repository`);
  });

  it('refuses an ARN with another partition than the region has', () => {
    expect(() => byArn('arn:aws:ecr:cn-north-1:444455556666:repository/api')).toThrow(
      'write "arn:aws-cn:ecr:cn-north-1:444455556666:repository/api"',
    );
  });

  it('adds nothing to the configuration', () => {
    const configuration = synthesized((stack) => {
      RepositoryReference.fromName(stack, 'api', { name: 'api', region: 'us-east-1', account });
    });
    expect(configuration).not.toHaveProperty('resource');
    expect(configuration).not.toHaveProperty('data');
  });

  it('gives what a principal needs in its own policies', () => {
    const { Statement } = byName('us-east-1').identityPolicy('pull');
    expect(Statement).toContainEqual(expect.objectContaining({ Action: 'ecr:GetAuthorizationToken', Resource: '*' }));
    expect(Statement).toContainEqual(
      expect.objectContaining({ Resource: [`arn:aws:ecr:us-east-1:${account}:repository/team/api`] }),
    );
  });

  it("can not grant or expire: its one policy and lifecycle policy are the owner's, and putting them from here would erase those", () => {
    const reference = byName('us-east-1');
    // @ts-expect-error ask the owner to grant access
    expect(reference.grantPull).toBeUndefined();
    // @ts-expect-error ask the owner to grant access
    expect(reference.grantPush).toBeUndefined();
    // @ts-expect-error ask the owner to grant access
    expect(reference.grantPullPush).toBeUndefined();
    // @ts-expect-error ask the owner to grant access
    expect(reference.grantRead).toBeUndefined();
    // @ts-expect-error the owner says which images expire
    expect(reference.lifecycle).toBeUndefined();
  });
});
