import type { AccountPrincipal, OrganizationPrincipal, PullingService, ServicePrincipal } from './principal.ts';

/** Everyone whom the account itself lets in. @param account 12 digits */
export function awsAccount(account: string): AccountPrincipal {
  return { kind: 'account', account };
}

/** Every principal of an organisation. @param id such as `o-a1b2c3d4e5` */
export function organization(id: string): OrganizationPrincipal {
  return { kind: 'organization', id };
}

/** Every principal below a unit. @param path from the organisation down, such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/` */
export function organizationalUnit(path: string): OrganizationPrincipal {
  return { kind: 'organization', id: path.split('/')[0] ?? path, path };
}

/** An AWS service that pulls for resources of one account. @param account 12 digits; the repository's own where it is left out */
export function awsService(service: PullingService, account?: string): ServicePrincipal {
  return { kind: 'service', service, ...(account === undefined ? {} : { account }) };
}
