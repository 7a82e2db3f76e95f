import type { Digest } from '@slipway/images';
import type { Credentials } from '../credentials/credentials.ts';
import { sha256 } from './oci-parts.ts';

export interface TinyImage {
  /** Repository with scheme and host, such as `http://127.0.0.1:5000/v2/app`. */
  readonly url: string;
  readonly credentials: Credentials;
  readonly tag: string;
  readonly labels: Readonly<Record<string, string>>;
}

const TYPE = 'application/vnd.oci.image.manifest.v1+json';

/** Pushes an image without layers by the OCI distribution protocol; the digest is computed here. */
export async function pushTinyImage({ url, credentials, tag, labels }: TinyImage): Promise<Digest> {
  const auth = `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`;
  const config = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    config: { Labels: labels },
    rootfs: { type: 'layers', diff_ids: [] },
  });
  const started = await fetch(`${url}/blobs/uploads/`, { method: 'POST', headers: { Authorization: auth } });
  const upload = new URL(started.headers.get('location') ?? '', url);
  upload.searchParams.set('digest', sha256(config));
  await ok(
    fetch(upload, {
      method: 'PUT',
      headers: { Authorization: auth, 'Content-Type': 'application/octet-stream' },
      body: config,
    }),
  );
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: TYPE,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: sha256(config), size: config.length },
    layers: [],
  });
  await ok(
    fetch(`${url}/manifests/${tag}`, {
      method: 'PUT',
      headers: { Authorization: auth, 'Content-Type': TYPE },
      body: manifest,
    }),
  );
  return sha256(manifest);
}

async function ok(answer: Promise<Response>): Promise<void> {
  const { status } = await answer;
  if (status !== 201) throw new Error(`the registry answered ${status}`);
}
