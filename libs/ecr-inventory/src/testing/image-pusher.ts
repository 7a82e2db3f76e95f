import { createHash } from 'node:crypto';
import {
  CreateRepositoryCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
} from '@aws-sdk/client-ecr';
import type { Variables } from './local-cloud.ts';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const INDEX = 'application/vnd.oci.image.index.v1+json';

/** What is pushed. Without children and subject it is an image with one layer. */
export interface PushedImage {
  readonly content: string;
  /** Digests of images that are there. */
  readonly children?: readonly string[];
  /** Digest of an image that is there. */
  readonly subject?: string;
}

/** Pushes images that are made up, by the OCI distribution protocol, to repositories of one region of the local cloud. */
export class ImagePusher {
  readonly client: ECRClient;

  constructor(variables: Variables, region: string) {
    const { AWS_ENDPOINT_URL: endpoint = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = variables;
    if (new URL(endpoint).hostname !== '127.0.0.1') throw new Error(`'${endpoint}' is no local cloud`);
    const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
    this.client = new ECRClient({ region, endpoint, credentials });
  }

  async create(repositoryName: string): Promise<void> {
    await this.client.send(new CreateRepositoryCommand({ repositoryName }));
  }

  /** Pushes an image under each of the tags; under its digest when there is none. @returns the digest */
  async push(repositoryName: string, image: PushedImage, tags: readonly string[]): Promise<string> {
    const place = await this.#open(repositoryName);
    const config = JSON.stringify({ made: image.content });
    const layer = image.content.repeat(100);
    for (const blob of image.children === undefined ? [config, layer] : []) await pushBlob(place, blob);
    const { manifest, type } = manifestOf(image, { config, layer });
    for (const reference of tags.length === 0 ? [digestOf(manifest)] : tags) {
      const headers = { 'content-type': type };
      await send(place, { path: `manifests/${reference}`, method: 'PUT', headers, body: manifest });
    }
    return digestOf(manifest);
  }

  async #open(repositoryName: string): Promise<Place> {
    const { repositories = [] } = await this.client.send(
      new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] }),
    );
    const { authorizationData = [] } = await this.client.send(new GetAuthorizationTokenCommand({}));
    const [host = '', ...path] = (repositories[0]?.repositoryUri ?? '').split('/');
    const authorization = `Basic ${authorizationData[0]?.authorizationToken ?? ''}`;
    return { url: `http://${host}/v2/${path.join('/')}/`, authorization };
  }
}

interface Place {
  readonly url: string;
  readonly authorization: string;
}

function manifestOf({ content, children, subject }: PushedImage, { config, layer }: { config: string; layer: string }) {
  if (children !== undefined) {
    const manifests = children.map((digest) => ({ mediaType: MANIFEST, digest, size: 1 }));
    const annotations = { content };
    return { type: INDEX, manifest: JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests, annotations }) };
  }
  const about = subject === undefined ? {} : { subject: { mediaType: MANIFEST, digest: subject, size: 1 } };
  const configType = `application/vnd.${subject === undefined ? 'oci.image.config.v1+json' : 'example.signature'}`;
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: { mediaType: configType, digest: digestOf(config), size: config.length },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar', digest: digestOf(layer), size: layer.length }],
    ...about,
  });
  return { type: MANIFEST, manifest };
}

async function pushBlob(place: Place, blob: string): Promise<void> {
  const started = await send(place, { path: 'blobs/uploads/', method: 'POST' });
  const upload = new URL(started.headers.get('location') ?? '', place.url);
  upload.searchParams.set('digest', digestOf(blob));
  const headers = { 'content-type': 'application/octet-stream' };
  await send(place, { path: upload.href, method: 'PUT', headers, body: blob });
}

interface Request {
  readonly path: string;
  readonly method: 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function send({ url, authorization }: Place, { path, headers, ...rest }: Request): Promise<Response> {
  const answer = await fetch(new URL(path, url), { ...rest, headers: { ...headers, authorization } });
  if (!answer.ok) throw new Error(`the registry answered ${answer.status} to ${path}: ${await answer.text()}`);
  return answer;
}

function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
