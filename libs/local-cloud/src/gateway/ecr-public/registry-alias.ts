import { createHash } from 'node:crypto';

/** The alias of an account's public registry: like those that AWS gives, such as `a1b2c3d4`, and always the same. */
export function registryAlias(account: string): string {
  const bytes = [...createHash('sha256').update(account).digest().subarray(0, 8)];
  return bytes.map((byte, index) => (index % 2 === 0 ? letters.charAt(byte % 26) : String(byte % 10))).join('');
}

const letters = 'abcdefghijklmnopqrstuvwxyz';
