import { actionsOf } from '../action/actions-of.ts';
import { groupBy } from '../collection/group-by.ts';
import { sortedUnique } from '../collection/sorted-unique.ts';
import type { AccessLevel } from '../grant.ts';
import type { PolicyDocument, PolicyStatement } from '../policy/policy-document.ts';

/** What a principal may do with one repository. */
export interface RepositoryAccess {
  readonly repositoryArn: string;
  readonly access: AccessLevel;
}

/**
 * What the principal itself needs: a repository policy alone lets nobody of another account in, and the login has no resource to be granted on.
 * Who may only read needs no login.
 */
export function identityPolicy(grants: readonly RepositoryAccess[]): PolicyDocument {
  const login = grants.some(({ access }) => access !== 'read') ? [allowLogin()] : [];
  return { Version: '2012-10-17', Statement: [...login, ...repositoryStatements(grants)] };
}

/** `*`, because `ecr:GetAuthorizationToken` has no resource: a token is for every registry that lets its owner in. */
export function allowLogin(): PolicyStatement {
  return { Sid: 'AllowLogin', Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' };
}

/** Repositories with the same actions share a statement. */
export function repositoryStatements(grants: readonly RepositoryAccess[]): PolicyStatement[] {
  const entitled = groupBy(grants, ({ repositoryArn }) => repositoryArn).map((same) => ({
    arn: same[0].repositoryArn,
    actions: sortedUnique(same.flatMap(({ access }) => actionsOf(access))),
  }));
  return groupBy(entitled, ({ actions }) => actions.join()).map((same, index) => ({
    Sid: `AllowImages${index + 1}`,
    Effect: 'Allow',
    Action: same[0].actions,
    Resource: same.map(({ arn }) => arn),
  }));
}
