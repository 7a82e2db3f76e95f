import { roleArn } from '../arn/iam-arn.ts';
import type { PolicyDocument } from '../policy/policy-document.ts';
import type { AccessRequest, ApplicablePolicies, Caller, Decision, RequestContext } from './access-request.ts';
import { matchStatement, type StatementMatch } from './match-statement.ts';

/**
 * Whether AWS would let a call happen (IAM user guide, "Policy evaluation logic"), by identity policies and the policy of the resource alone:
 * no service control policy, boundary or session policy is known here, and those only take away.
 *
 * An explicit Deny wins. Within an account, identity or resource policy is enough, except for keys and roles, whose own policy has to let the
 * caller or its account in. From another account both are needed. A resource policy that names only the account leaves the decision to the
 * account's identity policies.
 *
 * What the evaluator doesn't know (an operator, a condition key, an element) makes an Allow not apply and a Deny apply; `because` says so.
 */
export function decide(request: AccessRequest, policies: ApplicablePolicies): Decision {
  const asked = { ...request, context: completeContext(request) };
  const identity = match(policies.identity ?? [], asked);
  const resource = match(policies.resource === undefined ? [] : [policies.resource], asked);
  const all = [...identity, ...resource];
  const denial = all.find(({ statement, applies }) => applies && statement.Effect === 'Deny');
  if (denial !== undefined) return denied(denial);
  const allow = {
    identity: identity.find(isAllow),
    named: resource.find((one) => isAllow(one) && one.names === 'caller'),
    account: resource.find((one) => isAllow(one) && one.names === 'account'),
  };
  const refusal = (because: string): Decision => ({ allowed: false, because: `${because}${notesOf(all)}` });
  return decideByAllows(asked, allow, refusal);
}

interface Allows {
  /** Of the caller's own policies. */
  readonly identity: StatementMatch | undefined;
  /** Of the resource's policy, by name. */
  readonly named: StatementMatch | undefined;
  /** Of the resource's policy, for the whole account. */
  readonly account: StatementMatch | undefined;
}

function decideByAllows(
  request: AccessRequest,
  { identity, named, account }: Allows,
  refusal: (because: string) => Decision,
): Decision {
  const { caller } = request;
  if (caller.kind !== 'role') {
    return named === undefined ? refusal('the policy of the resource does not let it in') : allowed(named, 'resource');
  }
  if (isForeign(request, caller.account)) return decideForeign({ identity, named, account }, refusal);
  if (named !== undefined) return allowed(named, 'resource');
  if (identity === undefined) return refusal('no statement allows it');
  if (account === undefined && isRuledByResource(request)) {
    return refusal('the policy of the resource lets neither the caller nor its account in');
  }
  return allowed(identity, 'identity');
}

function decideForeign({ identity, named, account }: Allows, refusal: (because: string) => Decision): Decision {
  const resource = named ?? account;
  if (resource === undefined) return refusal('the policy of the resource does not let the other account in');
  if (identity === undefined) return refusal('the identity policies of the other account do not allow it as well');
  return allowed(resource, 'resource');
}

/** The policy of a key or a role has to let the caller or its account in, whatever the caller's own policies say. */
function isRuledByResource({ action, resource }: AccessRequest): boolean {
  return /^kms:/i.test(action) ? resource !== '*' : /^sts:AssumeRole/i.test(action);
}

function isForeign({ resource, resourceAccount }: AccessRequest, account: string): boolean {
  const owner = resourceAccount ?? resource.split(':')[4] ?? '';
  return owner !== '' && owner !== account;
}

function isAllow({ statement, applies }: StatementMatch): boolean {
  return applies && statement.Effect === 'Allow';
}

function match(documents: readonly PolicyDocument[], request: AccessRequest): StatementMatch[] {
  return documents.flatMap(({ Statement }) => Statement.map((statement) => matchStatement(statement, request)));
}

function allowed({ statement }: StatementMatch, of: 'resource' | 'identity'): Decision {
  return { allowed: true, because: `${titleOf(statement.Sid)} of the ${of} policy allows it`, statement };
}

function denied({ statement, unknown }: StatementMatch): Decision {
  const why = unknown === undefined ? '' : `: not known is ${unknown}, and a denial is taken to apply`;
  return { allowed: false, because: `${titleOf(statement.Sid)} denies it${why}`, statement };
}

function titleOf(sid: string | undefined): string {
  return sid === undefined ? 'a statement' : `statement "${sid}"`;
}

/** What might have allowed it, had the evaluator known it. */
function notesOf(matches: readonly StatementMatch[]): string {
  const unknown = matches.flatMap((one) =>
    one.unknown === undefined ? [] : [`${titleOf(one.statement.Sid)} has ${one.unknown}`],
  );
  return unknown.length === 0 ? '' : `; not known, so taken not to allow: ${unknown.join(', ')}`;
}

function completeContext({ caller, context = {} }: AccessRequest): RequestContext {
  return { ...contextOf(caller), ...context };
}

function contextOf(caller: Caller): RequestContext {
  if (caller.kind !== 'role') return {};
  return {
    'aws:PrincipalArn': roleArn(caller.account, caller.name),
    'aws:PrincipalAccount': caller.account,
    ...(caller.organization === undefined ? {} : { 'aws:PrincipalOrgID': caller.organization }),
    ...(caller.organizationPath === undefined ? {} : { 'aws:PrincipalOrgPaths': [caller.organizationPath] }),
  };
}
