import { accountArn, roleArn } from '../arn/iam-arn.ts';
import { groupBy } from '../collection/group-by.ts';
import { sortedUnique } from '../collection/sorted-unique.ts';
import type { Principal, PullingService, ServicePrincipal } from '../principal/principal.ts';
import type { Conditions, PolicyStatement } from './policy-document.ts';

/** The part of a statement that says whom it is about. */
export interface Trustee {
  /** What kind of principals these are, for the statement's id: empty for roles and accounts, else such as `ByOrganization`. */
  readonly suffix: string;
  readonly Principal: NonNullable<PolicyStatement['Principal']>;
  readonly Condition?: Conditions;
}

/** Name of a service in policies, such as `lambda.amazonaws.com`. */
export function servicePrincipal(service: PullingService): string {
  return SERVICES[service].principal;
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
    suffix: `By${same.map(({ service }) => SERVICES[service].title).join('And')}`,
    Principal: { Service: same.map(({ service }) => SERVICES[service].principal) },
    Condition: same[0].Condition,
  }));
}

function serviceConditions(
  same: readonly [ServicePrincipal, ...ServicePrincipal[]],
  account: string,
): ServiceConditions {
  const [{ service }] = same;
  return { service, Condition: SERVICES[service].onlyFor(sortedUnique(same.map((one) => one.account ?? account))) };
}

/**
 * A service works for every customer: without a condition on whose resource it works for, another customer's resource could have it pull here
 * (IAM user guide, "The confused deputy problem"). Lambda documents `aws:SourceArn`, which names the account; the others `aws:SourceAccount`.
 */
const SERVICES: Readonly<
  Record<
    PullingService,
    { readonly title: string; readonly principal: string; readonly onlyFor: (accounts: string[]) => Conditions }
  >
> = {
  lambda: {
    title: 'Lambda',
    principal: 'lambda.amazonaws.com',
    onlyFor: (accounts) => ({
      ArnLike: { 'aws:SourceArn': accounts.map((account) => `arn:aws:lambda:*:${account}:function:*`) },
    }),
  },
  sagemaker: {
    title: 'SageMaker',
    principal: 'sagemaker.amazonaws.com',
    onlyFor: (accounts) => ({ StringEquals: { 'aws:SourceAccount': accounts } }),
  },
  'ecs-tasks': {
    title: 'EcsTasks',
    principal: 'ecs-tasks.amazonaws.com',
    onlyFor: (accounts) => ({ StringEquals: { 'aws:SourceAccount': accounts } }),
  },
};
