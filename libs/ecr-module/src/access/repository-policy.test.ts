import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { iamRole, type Principal } from './principal.ts';
import { repositoryPolicy } from './repository-policy.ts';

const nodes = iamRole('111122223333', 'eks-nodes');
const ci = iamRole('111122223333', 'ci');

interface Policy {
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Principal: { readonly AWS: string | readonly string[] };
    readonly Action: readonly string[];
  }[];
}

function parse(text: string | undefined): Policy {
  return JSON.parse(text ?? 'null') as Policy;
}

describe('repositoryPolicy', () => {
  it('lists exactly the actions that AWS documents for a pull and for a push', () => {
    const [pull, push] = parse(repositoryPolicy({ pull: [nodes], push: [ci] })).Statement;
    expect(new Set(pull?.Action)).toEqual(
      new Set(['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage']),
    );
    expect(new Set(push?.Action)).toEqual(
      new Set([
        'ecr:BatchCheckLayerAvailability',
        'ecr:GetDownloadUrlForLayer',
        'ecr:BatchGetImage',
        'ecr:PutImage',
        'ecr:InitiateLayerUpload',
        'ecr:UploadLayerPart',
        'ecr:CompleteLayerUpload',
      ]),
    );
  });

  it('never holds GetAuthorizationToken, which has no resource', () => {
    expect(repositoryPolicy({ pull: [nodes], push: [ci] })).not.toContain('GetAuthorizationToken');
  });

  it('names who pushes once, not among those who pull as well', () => {
    const { Statement } = parse(repositoryPolicy({ pull: [nodes, ci], push: [ci] }));
    expect(Statement.map(({ Sid, Principal }) => [Sid, Principal.AWS])).toEqual([
      ['AllowPull', nodes.arn],
      ['AllowPush', ci.arn],
    ]);
  });

  it('is nothing when nobody was granted anything', () => {
    expect(repositoryPolicy({ pull: [], push: [] })).toBeUndefined();
  });

  it('is the same text for the same grants, however ordered and repeated', () => {
    const principals = fc.array(
      fc.stringMatching(/^[a-z]{1,6}$/).map((name): Principal => iamRole('111122223333', name)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(principals, principals, (pull, push) => {
        const again = { pull: [...pull, ...pull].reverse(), push: [...push].reverse() };
        expect(repositoryPolicy(again)).toBe(repositoryPolicy({ pull, push }));
      }),
    );
  });
});
