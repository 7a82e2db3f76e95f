import { DescribeRepositoriesCommand, ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
import type { ECRClientConfig, Repository } from '@aws-sdk/client-ecr';
import type { Credentials } from '../credentials/credentials.ts';
import { Failure } from '../failure.ts';
import { awsFailure } from './aws-failure.ts';
import type { ForeignRepository, RepositoryDirectory, RepositoryPlace } from './repository-directory.ts';

/** Amazon ECR, by the SDK's own settings (credentials, endpoints) of this process. */
export class EcrDirectory implements RepositoryDirectory {
  readonly #settings: ECRClientConfig;

  /** @param settings more than the SDK takes from this process, such as a profile */
  constructor(settings: ECRClientConfig = {}) {
    this.#settings = settings;
  }

  async locate(region: string, name: string): Promise<RepositoryPlace> {
    return this.#ask({ region, repository: name }, async (client) => {
      const { repositories } = await client.send(new DescribeRepositoriesCommand({ repositoryNames: [name] }));
      const { credentials, endpoint } = await logIn(client);
      const login = () => this.#login({ region, repository: name });
      return { ...addressOf(repositories?.[0], name), region, credentials, login, scheme: schemeOf(endpoint) };
    });
  }

  locateForeign({ account, region, name }: ForeignRepository): Promise<RepositoryPlace> {
    const what = { region, repository: name };
    return this.#ask(what, async (client) => {
      const { credentials, endpoint } = await logIn(client);
      const uri = `${foreignHost(endpoint, account)}/${name}`;
      return { uri, account, region, credentials, login: () => this.#login(what), scheme: schemeOf(endpoint) };
    });
  }

  /** A token lasts 12 hours (ECR GetAuthorizationToken). */
  #login(what: Asked): Promise<Credentials> {
    return this.#ask(what, async (client) => (await logIn(client)).credentials);
  }

  async #ask<T>(what: Asked, work: (client: ECRClient) => Promise<T>): Promise<T> {
    const client = new ECRClient({ region: what.region, ...this.#settings });
    try {
      return await work(client);
    } catch (error) {
      throw error instanceof Failure ? error : awsFailure(error, what);
    } finally {
      client.destroy();
    }
  }
}

interface Asked {
  readonly region: string;
  readonly repository: string;
}

async function logIn(client: ECRClient): Promise<{ credentials: Credentials; endpoint: string }> {
  const { authorizationData } = await client.send(new GetAuthorizationTokenCommand({}));
  const { authorizationToken = '', proxyEndpoint = '' } = authorizationData?.[0] ?? {};
  return { credentials: credentialsOf(authorizationToken), endpoint: proxyEndpoint };
}

/** A registry's host begins with its account (ECR user guide, "Amazon ECR private registries"). */
function foreignHost(endpoint: string, account: string): string {
  const [, rest] = /^https?:\/\/\d{12}\.(.+)$/.exec(endpoint) ?? [];
  if (rest !== undefined) return `${account}.${rest}`;
  throw new Failure({
    code: 'wrong-account',
    message: `the credentials are not of account '${account}', and '${endpoint}' has no address for other accounts`,
    fix: `log in to account ${account} by a profile of AWS's configuration files, and name it on the command line`,
  });
}

function addressOf(repository: Repository | undefined, name: string): { uri: string; account: string } {
  const { repositoryUri, registryId } = repository ?? {};
  if (repositoryUri !== undefined && registryId !== undefined) return { uri: repositoryUri, account: registryId };
  throw new Failure({
    code: 'aws-failed',
    message: `ECR described the repository '${name}' without an address or a registry id`,
    fix: 'check the endpoint that AWS_ENDPOINT_URL names',
  });
}

/** An authorization token is `user:password` in base64 (ECR GetAuthorizationToken). */
function credentialsOf(token: string): Credentials {
  const text = Buffer.from(token, 'base64').toString();
  const colon = text.indexOf(':');
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

function schemeOf(endpoint: string): RepositoryPlace['scheme'] {
  return endpoint.startsWith('http://') ? 'http:' : 'https:';
}
