import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import protobuf from 'protobufjs';

/** The gRPC service of plugin5.proto: each method with its path and how its messages become bytes. */
export function providerService(): ServiceDefinition {
  const text = readFileSync(join(import.meta.dirname, 'plugin5.proto'), 'utf8');
  const service = protobuf.parse(text).root.lookupService('tfplugin5.Provider');
  service.resolveAll();
  return Object.fromEntries(service.methodsArray.map((method) => [method.name, definitionOf(method)]));
}

function definitionOf(method: protobuf.Method): MethodDefinition<object, object> {
  const request = messageCodec(method.resolvedRequestType);
  const response = messageCodec(method.resolvedResponseType);
  return {
    path: `/tfplugin5.Provider/${method.name}`,
    requestStream: false,
    responseStream: false,
    requestSerialize: request.encode,
    requestDeserialize: request.decode,
    responseSerialize: response.encode,
    responseDeserialize: response.decode,
  };
}

interface MessageCodec {
  readonly encode: (message: object) => Buffer;
  readonly decode: (bytes: Buffer) => object;
}

function messageCodec(type: protobuf.Type | null): MessageCodec {
  if (type === null) throw new Error('plugin5.proto names a message that it does not declare');
  return {
    encode: (message) => Buffer.from(type.encode(type.fromObject(message)).finish()),
    decode: (bytes) => type.toObject(type.decode(bytes), { longs: Number, enums: String, defaults: true }),
  };
}
