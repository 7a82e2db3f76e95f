import { describe, expect, it } from '@jest/globals';
import { iamRole } from '../principal/role.ts';
import { publicRepositoryPolicy } from './public-repository-policy.ts';

const account = '111122223333';

describe('publicRepositoryPolicy', () => {
  it('is nothing when nobody may push', () => {
    expect(publicRepositoryPolicy([], { account })).toBeUndefined();
  });

  it('lets principals push with the actions of the public gallery, which are not those of private registries', () => {
    const [statement, ...others] = publicRepositoryPolicy([iamRole('ci'), iamRole('ci', account)], {
      account,
    })!.Statement;
    expect(others).toEqual([]);
    expect(statement?.Principal).toEqual({ AWS: ['arn:aws:iam::111122223333:role/ci'] });
    expect(new Set(statement?.Action)).toEqual(
      new Set([
        'ecr-public:BatchCheckLayerAvailability',
        'ecr-public:CompleteLayerUpload',
        'ecr-public:InitiateLayerUpload',
        'ecr-public:PutImage',
        'ecr-public:UploadLayerPart',
      ]),
    );
  });
});
