import { status as code } from '@grpc/grpc-js';
import type { Server, ServiceError, UntypedHandleCall, sendUnaryData } from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import type { Credentials } from '../credentials/credentials.ts';
import { errorMessage } from '@slipway/cli';

/** What a running build may ask its client for. */
export interface SessionOffers {
  readonly secrets: ReadonlyMap<string, Uint8Array>;
  /** Login of a registry that the build pulls from. */
  readonly credentialsOf: (host: string) => Promise<Credentials | undefined>;
}

/** Paths that the engine is told of when the session opens. */
export const sessionMethods = [
  '/moby.buildkit.secrets.v1.Secrets/GetSecret',
  '/moby.filesync.v1.Auth/Credentials',
  '/grpc.health.v1.Health/Check',
] as const;

/** Adds the services of a BuildKit session: secrets, registry logins, and the health that BuildKit checks every second. */
export function addSessionServices(server: Server, { secrets, credentialsOf }: SessionOffers): void {
  const [secret, login, health] = sessionMethods;
  serve(server, { path: secret, request: 'SecretRequest', response: 'Secret' }, ({ id }) => {
    const data = secrets.get(String(id));
    return data === undefined ? Promise.reject(notFound(String(id))) : Promise.resolve({ data });
  });
  serve(server, { path: login, request: 'LoginRequest', response: 'Login' }, async ({ host }) => {
    const found = await credentialsOf(String(host));
    return found === undefined ? {} : { username: found.username, secret: found.password };
  });
  serve(server, { path: health, request: 'HealthRequest', response: 'Health' }, () =>
    Promise.resolve({ status: SERVING }),
  );
}

const SERVING = 1;

/** Only the fields that are used here; their numbers are BuildKit's and gRPC's. */
const messages = protobuf.parse(`syntax = "proto3";
  message SecretRequest { string id = 1; }
  message Secret { bytes data = 1; }
  message LoginRequest { string host = 1; }
  message Login { string username = 1; string secret = 2; }
  message HealthRequest { string service = 1; }
  message Health { int32 status = 1; }
`).root;

type Fields = Readonly<Record<string, unknown>>;

interface Method {
  readonly path: string;
  readonly request: string;
  readonly response: string;
}

function serve(
  server: Server,
  { path, request, response }: Method,
  answer: (request: Fields) => Promise<Fields>,
): void {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const definition = {
    path,
    requestStream: false,
    responseStream: false,
    requestSerialize: encode(request),
    requestDeserialize: decode(request),
    responseSerialize: encode(response),
    responseDeserialize: decode(response),
  };
  server.addService({ [name]: definition }, { [name]: unary(answer) });
}

function encode(type: string): (fields: Fields) => Buffer {
  return (fields) => Buffer.from(messages.lookupType(type).encode(fields).finish());
}

function decode(type: string): (bytes: Buffer) => Fields {
  return (bytes) => messages.lookupType(type).decode(bytes);
}

function unary(answer: (request: Fields) => Promise<Fields>): UntypedHandleCall {
  return (call: { readonly request: Fields }, reply: sendUnaryData<Fields>) => {
    answer(call.request).then(
      (fields) => {
        reply(null, fields);
      },
      (error: unknown) => {
        reply(asServiceError(error));
      },
    );
  };
}

function asServiceError(error: unknown): Partial<ServiceError> {
  if (error instanceof SecretNotFound) return { code: code.NOT_FOUND, details: error.message };
  return { code: code.UNKNOWN, details: errorMessage(error) };
}

class SecretNotFound extends Error {}

/** BuildKit skips an optional secret that is NOT_FOUND and fails a required one. */
function notFound(id: string): SecretNotFound {
  return new SecretNotFound(`there is no secret '${id}'`);
}
