import { z } from 'zod';
import type { Credentials } from '../credentials/credentials.ts';

export interface AuthorizationRequest {
  /** The header `WWW-Authenticate` of the answer 401. */
  readonly challenge: string;
  readonly credentials: Credentials | undefined;
  readonly signal: AbortSignal;
}

/**
 * What a registry that answered 401 wants as `Authorization`: a login, or a token that its service gives, without a login too for what is
 * public (distribution project, "Token authentication"). Undefined when there is nothing to offer.
 * @throws Error when the service gives no token
 */
export async function pullAuthorization(request: AuthorizationRequest): Promise<string | undefined> {
  const { challenge, credentials, signal } = request;
  const basic = credentials && basicAuthorization(credentials);
  if (!/^bearer\s/i.test(challenge)) return basic;
  const headers: Record<string, string> = basic === undefined ? {} : { Authorization: basic };
  const answer = await fetch(tokenAddress(challenge), { headers, signal });
  if (!answer.ok) throw new Error(`the service for tokens answered with status ${answer.status}`);
  const { token, access_token } = tokenSchema.parse(await answer.json());
  return `Bearer ${token ?? access_token ?? ''}`;
}

const tokenSchema = z.object({ token: z.string().optional(), access_token: z.string().optional() });

function basicAuthorization({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

/** A login must not travel in clear: over HTTP only the loopback is asked. */
function tokenAddress(challenge: string): URL {
  const fields = new Map([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
  const url = new URL(fields.get('realm') ?? '');
  if (url.protocol !== 'https:' && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname))
    throw new Error(`the service for tokens '${url.origin}' is not asked without TLS`);
  for (const name of ['service', 'scope']) if (fields.has(name)) url.searchParams.set(name, fields.get(name) ?? '');
  return url;
}
