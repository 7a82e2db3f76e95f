import { accountArn, roleArn } from '../arn/iam-arn.ts';
import type { PolicyStatement } from '../policy/policy-document.ts';
import type { Caller } from './access-request.ts';

/** How a statement means the caller: by name, by its whole account, or not at all. */
export type PrincipalMatch = 'caller' | 'account' | 'nobody' | { readonly unknown: string };

/**
 * Whom a statement is about (IAM user guide, "AWS JSON policy elements: Principal"). A statement without principals is one of the caller's own.
 * An account's ARN, or its digits, hand the decision to the identity policies of that account.
 */
export function matchPrincipal(principal: PolicyStatement['Principal'], caller: Caller): PrincipalMatch {
  if (principal === undefined || principal === '*') return 'caller';
  const matches = Object.entries(principal).flatMap(([kind, names]) =>
    [names].flat().map((name) => meant(kind, name, caller)),
  );
  return matches.find((match) => match === 'caller') ?? matches.find((match) => match !== 'nobody') ?? 'nobody';
}

function meant(kind: string, name: string, caller: Caller): PrincipalMatch {
  switch (kind) {
    case 'AWS':
      return meantByAws(name, caller);
    case 'Service':
      return caller.kind === 'service' && caller.service === name ? 'caller' : 'nobody';
    case 'Federated':
      return caller.kind === 'web-identity' && caller.provider === name ? 'caller' : 'nobody';
    default:
      return { unknown: `principal of kind "${kind}"` };
  }
}

function meantByAws(name: string, caller: Caller): PrincipalMatch {
  if (name === '*') return 'caller';
  if (caller.kind !== 'role') return 'nobody';
  if (name === roleArn(caller.account, caller.name)) return 'caller';
  return name === accountArn(caller.account) || name === caller.account ? 'account' : 'nobody';
}
