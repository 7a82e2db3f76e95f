/** The access key id of an account in the local cloud. @throws for anything but 12 digits. */
export function accountKey(account: string): string {
  if (!/^\d{12}$/.test(account)) throw new Error(`"${account}" is no account: give its 12 digits`);
  return `LOCAL${account}`;
}
