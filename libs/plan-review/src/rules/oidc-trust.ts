import { error, warning } from '@slipway/findings';
import type { LocalFinding } from '@slipway/findings';
import { readText } from '../change/read-value.ts';
import type { ResourceChange, Side } from '../plan/plan.ts';
import type { Rule } from './rule.ts';

const RULE = 'oidc-trust';
const FIX = 'let somebody who owns the accounts check it, and override it for this change';

/** Who may log in from outside, such as runs of GitHub Actions. */
export const oidcTrust: Rule = (change) => {
  if (change.type === 'aws_iam_openid_connect_provider') return ofProvider(change);
  return change.type === 'aws_iam_role' ? ofRole(change) : [];
};

function ofProvider({ kind }: ResourceChange): LocalFinding[] {
  if (kind === 'create')
    return [warning(RULE, { message: 'logins of another provider can be trusted from now on', fix: FIX })];
  return [error(RULE, { message: 'the provider that logins of CI come from changes', fix: FIX })];
}

function ofRole({ kind, before, after }: ResourceChange): LocalFinding[] {
  const [old, fresh] = [trustOf(before), trustOf(after)];
  if (!isFederated(old) && !isFederated(fresh)) return [];
  if (kind === 'create')
    return [warning(RULE, { message: 'another role can be entered by logins from outside', fix: FIX })];
  if (kind === 'update' && old === fresh) return [];
  return [error(RULE, { message: 'who may enter the role by a login from outside changes', fix: FIX })];
}

function trustOf(side: Side): string {
  return readText(side, 'assume_role_policy') ?? '';
}

function isFederated(policy: string): boolean {
  return /"Federated"|AssumeRoleWith(WebIdentity|SAML)/i.test(policy);
}
