import { error } from '@slipway/findings';
import { isOpenToEveryone } from '../../policy/openness.ts';
import type { ReadStatement } from '../../policy/statement.ts';
import type { StatementRule } from './statement-rule.ts';

/** Everyone may, and no condition ties them to an account, an organisation or a network. Public repositories are there to be read. */
export const openToEveryone: StatementRule = (statement, { kind, type }) => {
  if (kind === 'trust' && isAnyLogin(statement))
    return [
      error('policy-open', {
        message: 'every login of the provider may become this role: no condition names a subject',
        fix: 'name the exact subjects, such as "repo:acme/shop:environment:prod"',
      }),
    ];
  if (!isOpenToEveryone(statement) || (type === 'aws_ecrpublic_repository_policy' && onlyReads(statement))) return [];
  return [
    error('policy-open', {
      message: `everyone can use ${statement.actions.join(', ') || 'it'}`,
      fix: 'name the accounts or roles, or require an organisation ("aws:PrincipalOrgID")',
    }),
  ];
};

function onlyReads({ actions, allButActions }: ReadStatement): boolean {
  const reads = /^ecr-public:(Get|Describe|List|BatchCheckLayerAvailability$|BatchGet)[A-Za-z]*$/;
  return !allButActions && actions.every((action) => reads.test(action));
}

/** A web identity without a subject is anyone who has an account there (IAM user guide, "Create a role for OpenID Connect federation"). */
function isAnyLogin({ effect, principals, conditions }: ReadStatement): boolean {
  if (effect !== 'Allow' || !principals.some((one) => one.startsWith('Federated '))) return false;
  return !conditions.some(
    ({ operator, key, values }) =>
      /^(ForAnyValue:)?String(Equals|Like)$/.test(operator) && key.endsWith(':sub') && values.every(isOwned),
  );
}

/** A wildcard may stand for a part of what somebody owns, not for the owner. */
function isOwned(subject: string): boolean {
  return !/[*?]/.test(subject) || /^repo:[^*?/]+\/[^*?:]+:/.test(subject);
}
