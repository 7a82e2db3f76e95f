import { createHash } from 'node:crypto';
import { ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';

export interface PushedImage {
  /** What `npx local-cloud env <environment>` exports. */
  readonly environment: Readonly<Record<string, string>>;
  readonly region: string;
  /** 12 digits. */
  readonly account: string;
  readonly repository: string;
  readonly tag: string;
}

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const CONFIG = 'application/vnd.oci.image.config.v1+json';

/** Pushes an image without layers, as a client of the OCI distribution protocol that logged in to ECR. Returns its digest. */
export async function pushImage(image: PushedImage): Promise<string> {
  const { proxyEndpoint = '', authorizationToken = '' } = await login(image);
  const headers = { Authorization: `Basic ${authorizationToken}` };
  const url = `${proxyEndpoint}/v2/${image.account}/${image.region}/${image.repository}`;
  // The tag is in the configuration, so that each tag is an image of its own.
  const config = JSON.stringify({ architecture: 'amd64', os: 'linux', config: { Labels: { tag: image.tag } } });
  const started = await created(fetch(`${url}/blobs/uploads/`, { method: 'POST', headers }));
  const upload = new URL(started.headers.get('location') ?? '', url);
  upload.searchParams.set('digest', digestOf(config));
  const binary = { ...headers, 'Content-Type': 'application/octet-stream' };
  await created(fetch(upload, { method: 'PUT', headers: binary, body: config }));
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: { mediaType: CONFIG, digest: digestOf(config), size: config.length },
    layers: [],
  });
  const put = { method: 'PUT', headers: { ...headers, 'Content-Type': MANIFEST }, body: manifest };
  await created(fetch(`${url}/manifests/${image.tag}`, put));
  return digestOf(manifest);
}

async function login({ environment, region }: PushedImage) {
  const { AWS_ENDPOINT_URL: endpoint = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = environment;
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  const client = new ECRClient({ region, endpoint, credentials });
  const { authorizationData: [data = {}] = [] } = await client.send(new GetAuthorizationTokenCommand({}));
  return data;
}

function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

async function created(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  if (response.status !== 201 && response.status !== 202) {
    throw new Error(`the registry answered ${response.status}: ${await response.text()}`);
  }
  return response;
}
