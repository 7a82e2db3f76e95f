import { MOST_POLICY_CHARACTERS, policySize, publicRepositoryPolicy, type Principal } from '@slipway/access';
import { error, under, warning, type LocalFinding } from '@slipway/findings';
import type { PublicRepositorySpec } from '../../spec/public-repository-spec.ts';
import { repeated } from '../finding/repeated.ts';
import { principalFindings } from '../settings/principal-findings.ts';
import { principalLabel } from '../settings/principal-label.ts';

/** Who may push to a public repository. */
export function publicPush({ push = [] }: PublicRepositorySpec, account: string): LocalFinding[] {
  return under('push', [
    ...push.flatMap((principal) => [...principalFindings(principal), ...services(principal)]),
    ...twice(push, account),
    ...size(push, account),
  ]);
}

function services(principal: Principal): LocalFinding[] {
  if (principal.kind !== 'service') return [];
  return [
    error('service-pushes', {
      message: `the service "${principal.service}" is let push, and AWS services only pull`,
      fix: 'give push to the role that builds',
      source: 'ECR Public user guide, "Public repository policy examples"',
    }),
  ];
}

function twice(push: readonly Principal[], account: string): LocalFinding[] {
  return repeated(push.map((principal) => principalLabel(principal, account))).map((label) =>
    warning('granted-twice', { message: `"${label}" is granted "push" twice`, fix: 'grant it once' }),
  );
}

function size(push: readonly Principal[], account: string): LocalFinding[] {
  const policy = publicRepositoryPolicy(push, { account });
  const characters = policy === undefined ? 0 : policySize(policy);
  if (characters <= MOST_POLICY_CHARACTERS) return [];
  return [
    error('repository-policy-size', {
      message: `the repository policy would have "${characters}" characters; ECR takes ${MOST_POLICY_CHARACTERS}`,
      fix: 'grant organization(...) or awsAccount(...) instead of many roles',
      source: 'ECR Public API reference, SetRepositoryPolicy: policyText',
    }),
  ];
}
