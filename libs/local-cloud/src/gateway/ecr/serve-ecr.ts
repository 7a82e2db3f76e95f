import type { IncomingMessage, ServerResponse } from 'node:http';
import { anyAccountKey } from '../account-of-key.ts';
import { AwsError } from '../aws-error.ts';
import type { Credential } from '../credential-of.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { readBody } from '../read-body.ts';
import { sendJson } from '../send-json.ts';
import { serveAws } from '../serve-aws.ts';
import { ApiInput } from './api-input.ts';
import type { EcrApi } from './ecr-apis.ts';
import type { EcrHandler } from './ecr-call.ts';

// PutImage carries a manifest of at most 4 MiB, which JSON may nearly double.
const longestBody = 10 * 1024 * 1024;
const awsJson = 'application/x-amz-json-1.1';

export interface EcrRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly api: EcrApi;
  readonly action: string;
  readonly credential: Credential | undefined;
}

/** Answers a call of the ECR API: with our own function, through moto, or by saying that it isn't emulated. */
export async function serveEcr(context: GatewayContext, call: EcrRequest): Promise<void> {
  try {
    await answer(context, call);
  } catch (cause) {
    if (!(cause instanceof AwsError)) throw cause;
    const error = { __type: cause.code, message: cause.message };
    sendJson(call.response, error, {
      status: cause.status,
      contentType: awsJson,
      headers: { 'x-amzn-errortype': cause.code },
    });
  }
}

async function answer(context: GatewayContext, call: EcrRequest): Promise<void> {
  const { actions } = call.api;
  const handler = Object.hasOwn(actions, call.action) ? actions[call.action] : undefined;
  if (handler === undefined) throw notEmulated(call);
  if (handler === 'moto') await serveAws(context, call);
  else sendJson(call.response, await handle(context, call, handler), { contentType: awsJson });
}

async function handle(
  context: GatewayContext,
  { request, credential }: EcrRequest,
  handler: EcrHandler,
): Promise<object> {
  if (credential === undefined)
    throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const { accessKeyId, region } = credential;
  const account = await context.accounts.resolve(accessKeyId);
  const input = new ApiInput(await readInput(request));
  return handler({ context, input, account, region, anyAccount: accessKeyId === anyAccountKey });
}

async function readInput(request: IncomingMessage): Promise<object> {
  const body = await readBody(request, longestBody);
  if (body === undefined)
    throw new AwsError('RequestEntityTooLargeException', `The request is longer than ${longestBody} bytes`, 413);
  try {
    const input: unknown = JSON.parse(body.length === 0 ? '{}' : body.toString());
    if (typeof input === 'object' && input !== null) return input;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new AwsError('SerializationException', 'The request is no JSON object');
}

function notEmulated({ api, action }: EcrRequest): AwsError {
  return new AwsError(
    'NotEmulatedException',
    `${api.name}:${action} is not emulated by the local cloud; its README lists what is. Images are pushed with a registry client`,
  );
}
