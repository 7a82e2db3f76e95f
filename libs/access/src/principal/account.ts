import type { AccountPrincipal } from './principal.ts';

/** Everyone whom the account itself lets in. @param account 12 digits */
export function awsAccount(account: string): AccountPrincipal {
  return { kind: 'account', account };
}
