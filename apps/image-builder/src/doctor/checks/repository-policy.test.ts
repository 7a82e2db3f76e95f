import { describe, expect, it } from '@jest/globals';
import { eksNodeRole, gitHubActionsRole, repositoryPolicy as policyOf } from '@slipway/access';
import { parsePolicy } from '../parse-policy.ts';
import { judgePolicy } from './repository-policy.ts';

const account = '111111111111';
const repository = { account, region: 'us-east-1', name: 'shop/api' };
const document = policyOf(
  [
    { principal: eksNodeRole('nodes'), access: 'pull' },
    { principal: gitHubActionsRole('ci'), access: 'pullPush' },
  ],
  { account },
);
const arn = (role: string) => `arn:aws:sts::${account}:assumed-role/${role}/session`;

describe('judgePolicy', () => {
  it.each([
    ['nodes', 'pull', 'ok'],
    ['nodes', 'push', 'warning'],
    ['ci', 'pull', 'ok'],
    ['ci', 'push', 'ok'],
    ['stranger', 'pull', 'warning'],
  ] as const)('judges that %s may %s: %s', (role, level, status) => {
    expect(judgePolicy(document, { arn: arn(role), repository, level }).status).toBe(status);
  });

  it('names the statement that decides', () => {
    const { message } = judgePolicy(document, { arn: arn('ci'), repository, level: 'push' });
    expect(message).toMatch(/'ci': statement ".+" of the resource policy allows it/);
  });

  it('fails for a denial, whoever else allows', () => {
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: { Sid: 'NoPush', Effect: 'Deny', Principal: '*', Action: 'ecr:PutImage' },
    });
    const result = judgePolicy(parsePolicy(text), { arn: arn('ci'), repository, level: 'push' });
    expect(result).toMatchObject({ status: 'failure', message: 'ecr:PutImage: statement "NoPush" denies it' });
  });

  it('fails for a denial of all but something, which is not known in detail', () => {
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', NotAction: 'ecr:DescribeImages' }],
    });
    expect(judgePolicy(parsePolicy(text), { arn: arn('ci'), repository, level: 'pull' }).status).toBe('failure');
  });

  it('says that a policy is missing, and who can not be judged', () => {
    const facts = { repository, level: 'pull' } as const;
    expect(judgePolicy(undefined, { ...facts, arn: arn('ci') })).toMatchObject({
      status: 'warning',
      message: expect.stringContaining('no statement allows it') as unknown,
    });
    const user = `arn:aws:iam::${account}:user/me`;
    expect(judgePolicy(document, { ...facts, arn: user }).message).toContain('not the session of a role');
  });
});

describe('parsePolicy', () => {
  it.each(['{', '{}', '{"Statement": [{"Effect": "Maybe"}]}', 'null'])('refuses %s', (text) => {
    expect(parsePolicy(text)).toBeUndefined();
  });
});
