import type { PolicyStatement } from '../policy/policy-document.ts';
import type { AccessRequest } from './access-request.ts';
import { matchConditions } from './match-conditions.ts';
import { allOf, yesOrNo, type Match } from './match.ts';
import { matchPrincipal, type PrincipalMatch } from './match-principal.ts';
import { matchesWildcard } from './wildcard.ts';

/** Elements that the evaluator knows. A document that came from elsewhere may have others, such as `NotAction`. */
const ELEMENTS = ['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition'];

export interface StatementMatch {
  readonly statement: PolicyStatement;
  /** Whether the statement is about the request; what the evaluator doesn't know makes an Allow not apply and a Deny apply. */
  readonly applies: boolean;
  /** Whether it names the caller, or only its account. */
  readonly names: PrincipalMatch;
  /** What the evaluator doesn't know about the statement. */
  readonly unknown?: string;
}

/** Whether a statement is about a request whose context is complete. */
export function matchStatement(statement: PolicyStatement, request: AccessRequest): StatementMatch {
  const names = matchPrincipal(statement.Principal, request.caller);
  const match = allOf([
    yesOrNo([statement.Action].flat().some((action) => matchesAction(action, request.action))),
    names === 'nobody' ? 'no' : typeof names === 'object' ? names : 'yes',
    hasVariable(statement) ? { unknown: 'a policy variable' } : matchRest(statement, request),
    unknownElements(statement),
  ]);
  if (typeof match === 'string') return { statement, names, applies: match === 'yes' };
  return { statement, names, applies: statement.Effect === 'Deny', unknown: match.unknown };
}

function matchesAction(pattern: string, action: string): boolean {
  return matchesWildcard(pattern.toLowerCase(), action.toLowerCase());
}

/** Without a resource, a statement is about the one that its policy is attached to. */
function matchesResource({ Resource }: PolicyStatement, resource: string): boolean {
  return Resource === undefined || [Resource].flat().some((pattern) => matchesWildcard(pattern, resource));
}

function matchRest(statement: PolicyStatement, { resource, context = {} }: AccessRequest): Match {
  return allOf([yesOrNo(matchesResource(statement, resource)), matchConditions(statement.Condition ?? {}, context)]);
}

/** Resources and conditions may hold variables, such as `${aws:PrincipalAccount}`. */
function hasVariable({ Resource, Condition }: PolicyStatement): boolean {
  return JSON.stringify([Resource, Condition]).includes('${');
}

function unknownElements(statement: PolicyStatement): Match {
  const element = Object.keys(statement).find((key) => !ELEMENTS.includes(key));
  return element === undefined ? 'yes' : { unknown: `element "${element}"` };
}
