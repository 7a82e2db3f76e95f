/** What a signature version 4 credential says about its request. */
export interface Credential {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

const form = /^([A-Za-z0-9]+)\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request$/;

/** The credential in the Authorization header or in the query of a presigned URL; nothing when the request isn't signed so. */
export function credentialOf(request: {
  readonly authorization?: string | undefined;
  readonly url: string;
}): Credential | undefined {
  const match = form.exec(inHeader(request.authorization) ?? inQuery(request.url) ?? '');
  if (match === null) return undefined;
  const [, accessKeyId = '', region = '', service = ''] = match;
  return { accessKeyId, region, service };
}

function inHeader(authorization: string | undefined): string | undefined {
  return /^AWS4-HMAC-SHA256 .*?Credential=([^,\s]+)/.exec(authorization ?? '')?.[1];
}

function inQuery(url: string): string | undefined {
  const query = url.indexOf('?');
  return query === -1 ? undefined : (new URLSearchParams(url.slice(query)).get('X-Amz-Credential') ?? undefined);
}
