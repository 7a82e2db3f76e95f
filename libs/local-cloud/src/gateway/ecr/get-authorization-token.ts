import { tokenLifetime } from '../token/token-authority.ts';
import type { EcrCall } from './ecr-call.ts';

/** A login for 12 hours, for the caller's account whatever registry ids are asked for. */
export function getAuthorizationToken({ context, account, anyAccount }: EcrCall): Promise<object> {
  const expires = Math.floor(Date.now() / 1000) + tokenLifetime;
  const password = context.tokens.issue({ account, anyAccount, expires });
  const authorizationToken = Buffer.from(`AWS:${password}`).toString('base64');
  const proxyEndpoint = `http://127.0.0.1:${context.port}`;
  return Promise.resolve({ authorizationData: [{ authorizationToken, expiresAt: expires, proxyEndpoint }] });
}
