import type { ServerResponse } from 'node:http';
import { AwsError } from '../aws-error.ts';
import { ContentRefusal } from '../content-refusal.ts';
import { DistributionError } from '../distribution-error.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { sendJson } from '../send-json.ts';
import { authorize } from './authorize.ts';
import { parsePath } from './parse-path.ts';
import type { RegistryTarget } from './parse-path.ts';
import type { RegistryRequest } from './registry-request.ts';
import { requireAccount } from './require-account.ts';
import { serveBlob } from './serve-blob.ts';
import { serveManifest } from './serve-manifest.ts';
import { serveReferrers } from './serve-referrers.ts';
import { serveTags } from './serve-tags.ts';
import { serveUpload } from './serve-upload.ts';

/** Answers the OCI distribution API as ECR does: content from the registry, truth about tags and images from the control plane. */
export async function serveRegistry(
  context: GatewayContext,
  call: RegistryRequest & { readonly path: string },
): Promise<void> {
  try {
    const token = authorize(call.request.headers.authorization, context.tokens);
    const target = parsePath(call.path);
    if (target.kind !== 'base') requireAccount(token, target.repository);
    await answer(context, call, target);
  } catch (cause) {
    refuse(context, call.response, inWordsOfTheRegistry(cause));
  }
}

function answer(context: GatewayContext, call: RegistryRequest, target: RegistryTarget): Promise<void> {
  switch (target.kind) {
    case 'base':
      sendJson(call.response, {}, { headers: version });
      return Promise.resolve();
    case 'manifest':
      return serveManifest(context, call, target);
    case 'blob':
      return serveBlob(context, call, target);
    case 'uploads':
    case 'upload':
      return serveUpload(context, call, target);
    case 'tags':
      return serveTags(context, call, target);
    case 'referrers':
      return serveReferrers(context, call, target);
  }
}

const version = { 'docker-distribution-api-version': 'registry/2.0' };

function inWordsOfTheRegistry(cause: unknown): DistributionError | ContentRefusal {
  if (cause instanceof DistributionError || cause instanceof ContentRefusal) return cause;
  if (cause instanceof AwsError && cause.code === 'RepositoryNotFoundException')
    return new DistributionError('NAME_UNKNOWN', cause.message);
  if (cause instanceof AwsError && cause.code === 'ImageTagAlreadyExistsException')
    return new DistributionError('TAG_INVALID', cause.message);
  throw cause;
}

function refuse({ port }: GatewayContext, response: ServerResponse, error: DistributionError | ContentRefusal): void {
  const challenge =
    error.status === 401
      ? { 'www-authenticate': `Basic realm="http://127.0.0.1:${port}/",service="ecr.amazonaws.com"` }
      : {};
  const body =
    error instanceof ContentRefusal
      ? (JSON.parse(error.body) as object)
      : { errors: [{ code: error.code, message: error.message }] };
  sendJson(response, body, { status: error.status, headers: { ...version, ...challenge } });
}
