import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RegistryToken } from './registry-token.ts';

/** Seconds that a login lasts, as in ECR. */
export const tokenLifetime = 12 * 60 * 60;

/** What came of reading a password. */
export type TokenCheck =
  | { readonly valid: true; readonly token: RegistryToken }
  | { readonly valid: false; readonly reason: 'expired' | 'forged' };

/** Makes and reads the passwords of registry logins: the claims and our signature over them. */
export class TokenAuthority {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  issue(token: RegistryToken): string {
    const claims = Buffer.from(JSON.stringify(token)).toString('base64url');
    return `${claims}.${this.#sign(claims).toString('base64url')}`;
  }

  check(password: string, now: Date): TokenCheck {
    const [claims = '', signature = ''] = password.split('.');
    if (!same(Buffer.from(signature, 'base64url'), this.#sign(claims))) return { valid: false, reason: 'forged' };
    // The signature is ours, so the claims are what `issue` wrote.
    const token = JSON.parse(Buffer.from(claims, 'base64url').toString()) as RegistryToken;
    return token.expires * 1000 > now.getTime() ? { valid: true, token } : { valid: false, reason: 'expired' };
  }

  #sign(claims: string): Buffer {
    return createHmac('sha256', this.#secret).update(claims).digest();
  }
}

function same(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
