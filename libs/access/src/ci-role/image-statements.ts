import { actionsOf } from '../action/actions-of.ts';
import { accountOf } from '../arn/account-of.ts';
import type { AccessLevel } from '../grant.ts';
import { allowLogin, repositoryStatements } from '../identity-policy/identity-policy.ts';
import type { PolicyStatement } from '../policy/policy-document.ts';
import { allow } from './allow.ts';
import type { GrantedRepository } from './ci-role-policy.ts';

/** What a push job may do: exactly what the repositories grant, and look at and scan what it pushed. */
export function pushStatements(repositories: readonly GrantedRepository[]): PolicyStatement[] {
  if (repositories.length === 0) return [allowLogin()];
  return [
    allowLogin(),
    ...repositoryStatements(repositories.map(({ arn, access }) => ({ repositoryArn: arn, access }))),
    ...allow('Scans', {
      actions: [...actionsOf('read'), 'ecr:StartImageScan'],
      on: repositories.filter(({ access }) => uploads(access)).map(({ arn }) => arn),
    }),
  ];
}

/** What a promotion may do: upload where the own account grants it, and never more than download from the accounts before. */
export function promoteStatements(repositories: readonly GrantedRepository[], account: string): PolicyStatement[] {
  return pushStatements(
    repositories.flatMap(({ arn, access }) => {
      if (accountOf(arn) === account) return [{ arn, access }];
      return access === 'push' ? [] : [{ arn, access: access === 'read' ? access : 'pull' }];
    }),
  );
}

function uploads(access: AccessLevel): boolean {
  return access === 'push' || access === 'pullPush';
}
