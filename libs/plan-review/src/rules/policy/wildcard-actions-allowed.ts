import { error, warning } from '@slipway/findings';
import { isAdministrator, wildcardActions } from '../../policy/openness.ts';
import type { ReadStatement } from '../../policy/statement.ts';
import type { StatementRule } from './statement-rule.ts';

/** Whole services are allowed, or everything. A key that leaves itself to its account is AWS's own default. */
export const wildcardActionsAllowed: StatementRule = (statement, { type }) => {
  const actions = wildcardActions(statement);
  if (actions.length === 0 || (type.startsWith('aws_kms_key') && isOwnAccount(statement))) return [];
  const statementOfRule = {
    message: `it allows ${actions.map((action) => `"${action}"`).join(', ')}`,
    fix: 'name the actions that are needed',
  };
  return [
    isAdministrator(statement)
      ? error('wildcard-actions', statementOfRule)
      : warning('wildcard-actions', statementOfRule),
  ];
};

/** KMS developer guide, "Default key policy": the account's root, so that identity policies decide. */
function isOwnAccount({ principals }: ReadStatement): boolean {
  return principals.length > 0 && principals.every((principal) => /^AWS arn:[^:]*:iam::\d{12}:root$/.test(principal));
}
