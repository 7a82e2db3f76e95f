import type { Credentials } from '../credentials/credentials.ts';
import { serve } from './serve.ts';

export interface EcrStubSettings {
  readonly account: string;
  /** Host and port of the registry that holds the images. */
  readonly host: string;
  readonly credentials: Credentials;
}

export interface EcrStub {
  /** For AWS_ENDPOINT_URL. */
  readonly url: string;
  stop(): Promise<void>;
}

/** An endpoint with the ECR actions that a push and a login need, answered as the API reference documents. Every repository exists but `none`. */
export async function startEcrStub(settings: EcrStubSettings): Promise<EcrStub> {
  const { host, stop } = await serve(({ headers, body }, response) => {
    const action = String(headers['x-amz-target']).split('.')[1] ?? '';
    const [status, answer] = answerTo(action, JSON.parse(body) as Asked, settings);
    response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  });
  return { url: `http://${host}`, stop };
}

interface Asked {
  readonly repositoryNames?: readonly string[];
}

/** In seconds since 1970. */
const IN_2100 = 4_102_444_800;

function answerTo(
  action: string,
  { repositoryNames = [] }: Asked,
  { account, host, credentials }: EcrStubSettings,
): [number, object] {
  const [name = ''] = repositoryNames;
  if (action === 'GetAuthorizationToken') {
    const authorizationToken = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
    return [200, { authorizationData: [{ authorizationToken, proxyEndpoint: `http://${host}`, expiresAt: IN_2100 }] }];
  }
  if (action === 'DescribeRegistry') return [200, { registryId: account }];
  if (action === 'DescribeRepositories' && name !== 'none') {
    return [200, { repositories: [{ registryId: account, repositoryName: name, repositoryUri: `${host}/${name}` }] }];
  }
  return [400, { __type: 'RepositoryNotFoundException', message: `The repository with name '${name}' does not exist` }];
}
