import type { Socket } from 'node:net';
import {
  Server,
  ServerCredentials,
  type UntypedServiceImplementation,
  type sendUnaryData,
  type ServerUnaryCall,
} from '@grpc/grpc-js';
import type { ProviderMethods } from '../wire/provider-methods.ts';
import { providerService } from '../wire/provider-service.ts';
import { failure } from './failure.ts';

/** Answers Terraform's calls on one connection until it closes. */
export function serveConnection(socket: Socket, methods: ProviderMethods): void {
  const server = new Server({ 'grpc.enable_channelz': 0 });
  server.addService(providerService(), handlersOf(methods));
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  injector.injectConnection(socket);
  socket.once('close', () => {
    injector.destroy();
    server.forceShutdown();
  });
}

type Method = (request: object) => object | Promise<object>;

function handlersOf(methods: ProviderMethods): UntypedServiceImplementation {
  const named = Object.entries(methods) as [string, Method][];
  return Object.fromEntries(named.map(([name, method]) => [name, handlerOf(name, method)]));
}

function handlerOf(name: string, method: Method) {
  return (call: ServerUnaryCall<object, object>, answer: sendUnaryData<object>): void => {
    void respond(name, { method, request: call.request }).then((response) => {
      answer(null, response);
    });
  };
}

async function respond(
  name: string,
  { method, request }: { readonly method: Method; readonly request: object },
): Promise<object> {
  try {
    return await method(request);
  } catch (error) {
    return { diagnostics: [failure(actionOf(name, request), error)] };
  }
}

function actionOf(name: string, request: object): string {
  const type = 'typeName' in request ? String(request.typeName) : 'provider';
  return `${name} of ${type}`;
}
