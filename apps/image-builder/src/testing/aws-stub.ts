import type { ImageDetail } from '@aws-sdk/client-ecr';
import type { Credentials } from '../credentials/credentials.ts';
import { serve } from './serve.ts';

export interface AwsStubSettings {
  readonly account: string;
  /** Host and port of the registry that holds the images. */
  readonly host: string;
  readonly credentials: Credentials;
  /** What DescribeImages answers, by the name of the repository. Others are not there. */
  readonly images: ReadonlyMap<string, readonly Detail[]>;
  /** Objects of the bucket, by key. */
  readonly objects: ReadonlyMap<string, string>;
}

/** As JSON has it: moments are seconds since 1970. */
export type Detail = Omit<ImageDetail, 'imagePushedAt'> & { readonly imagePushedAt: number };

export interface AwsStub {
  /** For AWS_ENDPOINT_URL. */
  readonly url: string;
  stop(): Promise<void>;
}

/** ECR and S3 as far as images are looked at, answered as their API references document. */
export async function startAwsStub(settings: AwsStubSettings): Promise<AwsStub> {
  const { host, stop } = await serve(({ url, headers, body }, response) => {
    const [, action] = String(headers['x-amz-target'] ?? '').split('.');
    const { status, type, text } =
      action === undefined
        ? s3Answer(new URL(url, 'http://localhost'), settings)
        : json(ecrAnswer(action, JSON.parse(body) as Asked, settings));
    response.writeHead(status, { 'Content-Type': type }).end(text);
  });
  return { url: `http://${host}`, stop };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

interface Asked {
  readonly repositoryName?: string;
  readonly repositoryNames?: readonly string[];
}

function json(answer: object | undefined): Answer {
  const type = 'application/x-amz-json-1.1';
  const missing = { __type: 'RepositoryNotFoundException', message: 'there is no such repository' };
  return { status: answer === undefined ? 400 : 200, type, text: JSON.stringify(answer ?? missing) };
}

function ecrAnswer(action: string, asked: Asked, settings: AwsStubSettings): object | undefined {
  const { account, host, credentials, images } = settings;
  const name = asked.repositoryName ?? asked.repositoryNames?.[0] ?? '';
  switch (action) {
    case 'DescribeRegistry':
      return { registryId: account };
    case 'GetAuthorizationToken':
      return { authorizationData: [{ authorizationToken: token(credentials), proxyEndpoint: `http://${host}` }] };
    case 'DescribeRepositories': {
      const repository = { registryId: account, repositoryName: name, repositoryUri: `${host}/${name}` };
      return images.has(name) ? { repositories: [repository] } : undefined;
    }
    case 'DescribeImages':
      return images.has(name) ? { imageDetails: images.get(name) } : undefined;
    default:
      return undefined;
  }
}

function token({ username, password }: Credentials): string {
  return Buffer.from(`${username}:${password}`).toString('base64');
}

/** ListObjectsV2 and GetObject; the bucket is the first part of the path, as for every endpoint that is an address. */
function s3Answer({ pathname, searchParams }: URL, { objects }: AwsStubSettings): Answer {
  const type = 'application/xml';
  if (searchParams.has('list-type')) return { status: 200, type, text: listing([...objects.keys()], searchParams) };
  const text = objects.get(decodeURIComponent(pathname.split('/').slice(2).join('/')));
  return text === undefined
    ? { status: 404, type, text: '<Error><Code>NoSuchKey</Code><Message>no such key</Message></Error>' }
    : { status: 200, type: 'application/json', text };
}

function listing(keys: readonly string[], asked: URLSearchParams): string {
  const listed = keys.filter((key) => key.startsWith(asked.get('prefix') ?? ''));
  const contents = listed.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
  return `<ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>${listed.length}</KeyCount>${contents}</ListBucketResult>`;
}
