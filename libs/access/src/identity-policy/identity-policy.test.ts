import { describe, expect, it } from '@jest/globals';
import { actionsOf } from '../action/actions-of.ts';
import { renderPolicyDocument } from '../policy/render-policy-document.ts';
import { identityPolicy } from './identity-policy.ts';

const api = 'arn:aws:ecr:us-east-1:111122223333:repository/api';
const web = 'arn:aws:ecr:us-east-1:111122223333:repository/web';

describe('identityPolicy', () => {
  it('allows the login on everything, since it has no resource, and the actions on the repository alone', () => {
    expect(identityPolicy([{ repositoryArn: api, access: 'pull' }]).Statement).toEqual([
      { Sid: 'AllowLogin', Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' },
      { Sid: 'AllowImages1', Effect: 'Allow', Action: actionsOf('pull'), Resource: [api] },
    ]);
  });

  it('has one statement for repositories with the same actions, united where a repository is given twice', () => {
    const grants = [
      { repositoryArn: api, access: 'pull' },
      { repositoryArn: web, access: 'pullPush' },
      { repositoryArn: api, access: 'push' },
    ] as const;
    const policy = identityPolicy(grants);
    expect(policy.Statement.slice(1)).toEqual([
      { Sid: 'AllowImages1', Effect: 'Allow', Action: actionsOf('pullPush'), Resource: [api, web] },
    ]);
    expect(renderPolicyDocument(identityPolicy([...grants, ...grants].reverse()))).toBe(renderPolicyDocument(policy));
  });

  it('gives who only reads no login: the API needs none', () => {
    const actions = identityPolicy([{ repositoryArn: api, access: 'read' }]).Statement.flatMap(({ Action }) => Action);
    expect(actions).toEqual(actionsOf('read'));
  });
});
