import type { Principal } from '@slipway/access';

/** One text for a principal, the same whether its account is written or left out. @param account account of the resource */
export function principalLabel(principal: Principal, account: string): string {
  switch (principal.kind) {
    case 'role':
      return `role ${principal.name} of ${principal.account ?? account}`;
    case 'account':
      return `account ${principal.account}`;
    case 'organization':
      return `organization ${principal.path ?? principal.id}`;
    case 'service':
      return `service ${principal.service} of ${principal.account ?? account}`;
    default:
      return principal satisfies never;
  }
}
