import type { PullingService, ServicePrincipal } from './principal.ts';

/** An AWS service that pulls for resources of one account. @param account 12 digits; the repository's own where it is left out */
export function awsService(service: PullingService, account?: string): ServicePrincipal {
  return { kind: 'service', service, ...(account === undefined ? {} : { account }) };
}
