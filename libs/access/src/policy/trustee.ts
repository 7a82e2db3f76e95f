import { accountArn, roleArn } from '../arn/iam-arn.ts';
import { groupBy } from '../collection/group-by.ts';
import { sortedUnique } from '../collection/sorted-unique.ts';
import type { Principal, PullingService, ServicePrincipal } from '../principal/principal.ts';
import type { Conditions, PolicyStatement } from './policy-document.ts';
import { serviceInPolicies } from './service-in-policies.ts';

/** The part of a statement that says whom it is about. */
export interface Trustee {
  /** What kind of principals these are, for the statement's id: empty for roles and accounts, else such as `ByOrganization`. */
  readonly suffix: string;
  readonly Principal: NonNullable<PolicyStatement['Principal']>;
  readonly Condition?: Conditions;
}

/** Principals in the fewest statements that say exactly them. @param account account of the resource, 12 digits */
export function trusteesOf(principals: readonly Principal[], account: string): Trustee[] {
  return [
    ...rolesAndAccounts(principals, account),
    ...organizations(principals),
    ...organizationalUnits(principals),
    ...services(principals, account),
  ];
}

function rolesAndAccounts(principals: readonly Principal[], account: string): Trustee[] {
  const arns = principals.flatMap((principal) => {
    if (principal.kind === 'role') return [roleArn(principal.account ?? account, principal.name)];
    return principal.kind === 'account' ? [accountArn(principal.account)] : [];
  });
  return arns.length === 0 ? [] : [{ suffix: '', Principal: { AWS: sortedUnique(arns) } }];
}

function organizations(principals: readonly Principal[]): Trustee[] {
  const ids = wholeOrganizations(principals);
  if (ids.length === 0) return [];
  return [{ suffix: 'ByOrganization', Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': ids } } }];
}

function organizationalUnits(principals: readonly Principal[]): Trustee[] {
  const whole = wholeOrganizations(principals);
  const paths = principals.flatMap((principal) =>
    principal.kind === 'organization' && principal.path !== undefined && !whole.includes(principal.id)
      ? [`${principal.path.replace(/\/$/, '')}/*`]
      : [],
  );
  if (paths.length === 0) return [];
  const Condition = { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': sortedUnique(paths) } };
  return [{ suffix: 'ByOrganizationalUnit', Principal: '*', Condition }];
}

function wholeOrganizations(principals: readonly Principal[]): string[] {
  return sortedUnique(
    principals.flatMap((principal) =>
      principal.kind === 'organization' && principal.path === undefined ? [principal.id] : [],
    ),
  );
}

interface ServiceConditions {
  readonly service: PullingService;
  readonly Condition: Conditions;
}

/** Services with the same conditions share a statement. */
function services(principals: readonly Principal[], account: string): Trustee[] {
  const all = principals.filter((principal) => principal.kind === 'service');
  const conditions = groupBy(all, ({ service }) => service).map((same) => serviceConditions(same, account));
  return groupBy(conditions, ({ Condition }) => JSON.stringify(Condition)).map((same) => ({
    suffix: `By${same.map(({ service }) => serviceInPolicies(service).title).join('And')}`,
    Principal: { Service: same.map(({ service }) => serviceInPolicies(service).principal) },
    Condition: same[0].Condition,
  }));
}

function serviceConditions(
  same: readonly [ServicePrincipal, ...ServicePrincipal[]],
  account: string,
): ServiceConditions {
  const [{ service }] = same;
  return {
    service,
    Condition: serviceInPolicies(service).onlyFor(sortedUnique(same.map((one) => one.account ?? account))),
  };
}
