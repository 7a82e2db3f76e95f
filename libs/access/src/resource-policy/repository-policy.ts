import { actionsOf } from '../action/actions-of.ts';
import { groupBy } from '../collection/group-by.ts';
import { sortedUnique } from '../collection/sorted-unique.ts';
import type { AccessLevel, Grant } from '../grant.ts';
import type { PolicyDocument, PolicyStatement } from '../policy/policy-document.ts';
import { trusteesOf } from '../policy/trustee.ts';
import type { Principal } from '../principal/principal.ts';

/** Where the resource of a policy is. */
export interface PolicyContext {
  /** Account of the resource, 12 digits. */
  readonly account: string;
}

/** Lambda user guide, "Amazon ECR permissions": functions are created without asking which layers are there. */
const LAMBDA_PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

/**
 * The policy of one repository: exactly what was granted, in the fewest statements. The same grants in any order, repeated or not, give the
 * same document. `undefined` when nobody was granted anything. Of other accounts it lets in only whom their own identity policies let go out.
 */
export function repositoryPolicy(grants: readonly Grant[], { account }: PolicyContext): PolicyDocument | undefined {
  const entitled = groupBy(grants, ({ principal }) => identityOf(principal, account)).map(entitlement);
  const statements = groupBy(entitled, ({ title, actions }) => `${title} ${actions.join()}`).flatMap((same) =>
    statementsOf(same, account),
  );
  return statements.length === 0 ? undefined : { Version: '2012-10-17', Statement: statements };
}

interface Entitlement {
  readonly principal: Principal;
  readonly title: string;
  readonly actions: readonly string[];
}

/** A principal's own account may be written or left out: both are the same principal. */
function identityOf(principal: Principal, account: string): string {
  return JSON.stringify(trusteesOf([principal], account));
}

function entitlement(grants: readonly [Grant, ...Grant[]]): Entitlement {
  const [{ principal }] = grants;
  const levels = grants.flatMap(({ access }) => LEVELS[access]);
  return {
    principal,
    title: sortedUnique(levels).join(''),
    actions: sortedUnique(levels.flatMap((level) => actionsFor(principal, level))),
  };
}

function actionsFor(principal: Principal, level: Level): readonly string[] {
  if (level === 'Pull' && principal.kind === 'service' && principal.service === 'lambda') return LAMBDA_PULL;
  return actionsOf(level === 'Pull' ? 'pull' : level === 'Push' ? 'push' : 'read');
}

type Level = 'Pull' | 'Push' | 'Read';

const LEVELS: Readonly<Record<AccessLevel, readonly Level[]>> = {
  pull: ['Pull'],
  push: ['Push'],
  pullPush: ['Pull', 'Push'],
  read: ['Read'],
};

function statementsOf(same: readonly [Entitlement, ...Entitlement[]], account: string): PolicyStatement[] {
  const [{ title, actions }] = same;
  return trusteesOf(
    same.map(({ principal }) => principal),
    account,
  ).map(({ suffix, ...trustee }) => ({
    Sid: `Allow${title}${suffix}`,
    Effect: 'Allow',
    ...trustee,
    Action: actions,
  }));
}
