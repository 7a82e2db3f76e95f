import { DistributionError } from '../distribution-error.ts';
import { basicPassword } from '../token/basic-password.ts';
import type { RegistryToken } from '../token/registry-token.ts';
import type { TokenAuthority } from '../token/token-authority.ts';

const reasons = {
  expired: 'Your authorization token has expired. Reauthenticate and try again.',
  forged: 'Your authorization token is invalid. Reauthenticate and try again.',
} as const;

/** The token of a registry request. @throws DistributionError (401) when there is none, or a forged or expired one. */
export function authorize(authorization: string | undefined, tokens: TokenAuthority): RegistryToken {
  const password = basicPassword(authorization);
  if (password === undefined) throw new DistributionError('UNAUTHORIZED', 'no basic auth credentials');
  const check = tokens.check(password, new Date());
  if (check.valid) return check.token;
  throw new DistributionError('DENIED', reasons[check.reason], 401);
}
