import type { AccessLevel, Grant } from '@slipway/access';
import { error, under, warning, type LocalFinding } from '@slipway/findings';
import { grantsOf } from '../../grants-of.ts';
import type { AccessSpec } from '../../spec/access-spec.ts';
import { listed } from '../finding/listed.ts';
import { accessPolicySize } from './access-policy-size.ts';
import { principalFindings } from './principal-findings.ts';
import { principalLabel } from './principal-label.ts';

/** Who may do what: that they can exist, that each is granted something once, and that ECR takes the policy. */
export function checkAccess(access: AccessSpec, account: string): LocalFinding[] {
  const grants = grantsOf(access);
  return under('access', [
    ...grants.flatMap((grant) => [...principals(grant), ...servicePushes(grant)]),
    ...grantedTwice(grants, account),
    ...accessPolicySize(grants, account),
  ]);
}

function principals({ principal, access }: Grant): LocalFinding[] {
  return under(access, principalFindings(principal));
}

function servicePushes({ principal, access }: Grant): LocalFinding[] {
  if (principal.kind !== 'service' || (access !== 'push' && access !== 'pullPush')) return [];
  return [
    error('service-pushes', {
      path: access,
      message: `the service "${principal.service}" is let push, and AWS services only pull`,
      fix: 'give it pull, and give push to the role that builds',
      source: 'ECR user guide, "Private repository policy examples"',
    }),
  ];
}

function grantedTwice(grants: readonly Grant[], account: string): LocalFinding[] {
  if (grants.length < 2) return [];
  const levels = new Map<string, AccessLevel[]>();
  for (const { principal, access } of grants) {
    const label = principalLabel(principal, account);
    levels.set(label, [...(levels.get(label) ?? []), access]);
  }
  return [...levels].filter(([, given]) => overlap(given)).map(([label, given]) => twice(label, given));
}

/** `read` is no part of the others. */
function overlap(levels: readonly AccessLevel[]): boolean {
  const images = levels.filter((level) => level !== 'read');
  return images.length > 1 || levels.length - images.length > 1;
}

function twice(label: string, levels: readonly AccessLevel[]): LocalFinding {
  return warning('granted-twice', {
    message: `"${label}" is granted ${listed(levels)}`,
    fix: levels.includes('pull') && levels.includes('push') ? 'use pullPush for both' : 'grant it once',
  });
}
