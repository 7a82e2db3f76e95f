import { describe, expect, it } from '@jest/globals';
import type { PolicyDocument } from '../policy/policy-document.ts';
import { renderPolicyDocument } from '../policy/render-policy-document.ts';
import { iamRole } from '../principal/role.ts';
import { repositoryPolicy } from '../resource-policy/repository-policy.ts';
import { ciRolePolicy } from './ci-role-policy.ts';
import { ask, titled } from './testing/ask.ts';
import { calls, DOWNLOADS, FAR_AWAY, READS, role, TEMPLATE, UPLOADS, WRITES } from './testing/calls.ts';
import { dev, PROD, prod, repository } from './testing/environments.ts';

describe('the apply role', () => {
  it.each(titled([...READS, ...WRITES]))('can %s', (_, call) => {
    expect(ask({ verb: 'apply', options: prod }, call)).toMatchObject({ allowed: true });
  });

  it.each(titled(calls(repository(PROD), `${UPLOADS} ${DOWNLOADS} ecr:BatchDeleteImage`)))(
    'cannot %s, not even when it lets itself in by the policy of the repository',
    (_, call) => {
      const resource = repositoryPolicy([{ principal: iamRole('slipway-apply'), access: 'pullPush' }], {
        account: PROD,
      })!;
      expect(ask({ verb: 'apply', options: prod, resource }, call).because).toBe(
        'statement "DenyImagesAndRoles" denies it',
      );
    },
  );

  it('cannot assume a role, not even one whose trust it changed to name it', () => {
    const resource: PolicyDocument = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: role('slipway-apply') }, Action: 'sts:AssumeRole' }],
    };
    expect(ask({ verb: 'apply', options: prod, resource }, ['sts:AssumeRole', role(TEMPLATE)]).allowed).toBe(false);
  });

  it('cannot do anything outside the regions of the environment', () => {
    for (const call of FAR_AWAY)
      expect([call, ask({ verb: 'apply', options: prod }, call).allowed]).toEqual([call, false]);
  });

  it('has nothing to do with topics, public repositories and Inspector where the environment has none', () => {
    const has = renderPolicyDocument(ciRolePolicy({ ...dev, verb: 'apply' }));
    for (const service of ['sns:', 'events:', 'ecr-public:', 'inspector2:']) expect(has).not.toContain(service);
  });
});
