import { describe, expect, it } from '@jest/globals';
import { MOST_POLICY_CHARACTERS, policySize } from '../policy/policy-size.ts';
import { renderPolicyDocument } from '../policy/render-policy-document.ts';
import { ciRolePolicy } from './ci-role-policy.ts';
import { ask, titled } from './testing/ask.ts';
import { NEVER } from './testing/calls.ts';
import { dev, prod } from './testing/environments.ts';

const VERBS = ['plan', 'apply', 'push', 'promote', 'audit'] as const;
const ENVIRONMENTS = { dev, prod };

describe.each(VERBS)('every role of CI: %s', (verb) => {
  it.each(titled(NEVER))('cannot %s', (_, call) => {
    expect(ask({ verb, options: prod }, call)).toMatchObject({ allowed: false });
  });

  /** No resource in the Service Authorization Reference. */
  const WITHOUT_RESOURCE = [
    /^ecr:(GetAuthorizationToken|DescribeRegistry|(Get|Put)AccountSetting|PutReplicationConfiguration)$/,
    /^ecr:(Get|Put|Delete)RegistryPolicy$/,
    /^ecr:(Get|Put)RegistryScanningConfiguration$/,
    /^ecr:(Create|Delete|Update|Describe)PullThroughCacheRules?$/,
    /^ecr:(Create|Delete|Update|Describe)RepositoryCreationTemplates?$/,
    /^kms:(CreateKey|ListAliases)$/,
    /^sns:((Get|Set)SubscriptionAttributes|Unsubscribe)$/,
    /^inspector2:(Enable|Disable|ListAccountPermissions)$/,
  ];

  it.each(Object.entries(ENVIRONMENTS))(
    'names every action, and every resource that an action has, in %s',
    (_, options) => {
      for (const { Effect, Action, Resource } of ciRolePolicy({ ...options, verb }).Statement) {
        const actions = [Action].flat();
        for (const action of actions) expect(action).not.toMatch(/[*?]/);
        if (Effect === 'Allow' && [Resource].flat().includes('*')) {
          for (const action of actions)
            expect(WITHOUT_RESOURCE.some((known) => known.test(action)) || action).toBe(true);
        }
      }
    },
  );

  it.each(Object.entries(ENVIRONMENTS))(
    'fits an inline policy, with a different id for each statement, in %s',
    (_, options) => {
      const policy = ciRolePolicy({ ...options, verb });
      const sids = policy.Statement.map(({ Sid }) => Sid);
      expect(policySize(policy)).toBeLessThanOrEqual(MOST_POLICY_CHARACTERS);
      expect(new Set(sids).size).toBe(sids.length);
      for (const sid of sids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
    },
  );

  it('is the same text for the same input in any order', () => {
    const shuffled = {
      ...prod,
      regions: [...prod.regions].reverse(),
      repositories: [...prod.repositories, ...prod.repositories].reverse(),
    };
    expect(renderPolicyDocument(ciRolePolicy({ ...shuffled, verb }))).toBe(
      renderPolicyDocument(ciRolePolicy({ ...prod, verb })),
    );
  });
});
