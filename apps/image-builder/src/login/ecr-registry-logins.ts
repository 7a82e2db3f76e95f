import { ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import type { AuthorizationData } from '@aws-sdk/client-ecr';
import { interrupted } from '@slipway/cli';
import { awsFailure } from '@slipway/ecr-inventory';
import { Failure } from '../failure.ts';
import type { RegistryLogin, RegistryLogins } from './registry-logins.ts';

/** Amazon ECR, by the SDK's own settings (credentials, endpoints) of this process. */
export class EcrRegistryLogins implements RegistryLogins {
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  async logIn(region: string): Promise<RegistryLogin> {
    const client = new ECRClient({ region });
    try {
      const answer = await client.send(new GetAuthorizationTokenCommand({}), { abortSignal: this.#signal });
      return loginOf(answer.authorizationData?.[0], region);
    } catch (error) {
      if (this.#signal.aborted) throw interrupted(error);
      throw error instanceof Failure ? error : awsFailure(error, { region, what: 'a login' });
    } finally {
      client.destroy();
    }
  }
}

/** A token is `user:password` in base64; the endpoint is a URL (API reference, AuthorizationData). */
function loginOf(data: AuthorizationData | undefined, region: string): RegistryLogin {
  const { authorizationToken, proxyEndpoint, expiresAt } = data ?? {};
  if (authorizationToken === undefined || proxyEndpoint === undefined || expiresAt === undefined) {
    const message = `ECR in ${region} answered without a token, an endpoint or an end`;
    throw new Failure({ code: 'aws-failed', message, fix: 'check the endpoint that AWS_ENDPOINT_URL names' });
  }
  const text = Buffer.from(authorizationToken, 'base64').toString();
  const colon = text.indexOf(':');
  return {
    region,
    host: new URL(proxyEndpoint).host,
    credentials: { username: text.slice(0, colon), password: text.slice(colon + 1) },
    expiresAt: expiresAt.toISOString(),
  };
}
