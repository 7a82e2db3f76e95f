import type { AccessRequest } from '../evaluation/access-request.ts';
import { serviceInPolicies } from '../policy/service-in-policies.ts';
import type { Principal } from '../principal/principal.ts';

/** Someone who is meant by a principal, to be asked about. @param account account of the resource, 12 digits */
export function representative(principal: Principal, account: string): Pick<AccessRequest, 'caller' | 'context'> {
  switch (principal.kind) {
    case 'role':
      return { caller: { kind: 'role', name: principal.name, account: principal.account ?? account } };
    case 'account':
      return { caller: { kind: 'role', name: 'any', account: principal.account } };
    case 'organization':
      return { caller: { kind: 'role', name: 'any', account: ELSEWHERE, ...inOrganization(principal) } };
    case 'service':
      return {
        caller: { kind: 'service', service: serviceInPolicies(principal.service).principal },
        context: onBehalfOf(principal.account ?? account),
      };
    default:
      return principal satisfies never;
  }
}

/** No account of AWS: what holds for it holds for every other account of the organisation. */
const ELSEWHERE = '000000000000';

function inOrganization({ id, path }: { readonly id: string; readonly path?: string }) {
  return { organization: id, ...(path === undefined ? {} : { organizationPath: `${path.replace(/\/$/, '')}/` }) };
}

function onBehalfOf(account: string) {
  return { 'aws:SourceAccount': account, 'aws:SourceArn': `arn:aws:lambda:us-east-1:${account}:function:any` };
}
