/** The access key that may enter any account; plain calls with it land in the default account. */
export const anyAccountKey = 'LOCALANYACCOUNT';

/** The account of one of our own access keys: `LOCAL` and its 12 digits, or the default one. Nothing for foreign keys. */
export function accountOfKey(accessKeyId: string, defaultAccount: string): string | undefined {
  if (accessKeyId === anyAccountKey) return defaultAccount;
  return /^LOCAL(\d{12})$/.exec(accessKeyId)?.[1];
}
