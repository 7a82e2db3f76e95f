import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import protobuf from 'protobufjs';

/** A piece of BuildKit's status: what changed since the piece before. */
export interface BuildTrace {
  readonly vertexes: readonly TraceVertex[];
  readonly logs: readonly TraceLog[];
  readonly warnings: readonly { readonly short: Uint8Array }[];
}

/** A step of a build. It is sent again whenever its state changes. */
export interface TraceVertex {
  readonly digest: string;
  readonly name: string;
  readonly cached: boolean;
  readonly started: TraceTime | null;
  readonly completed: TraceTime | null;
  readonly error: string;
}

export interface TraceLog {
  /** Digest of the step that wrote it. */
  readonly vertex: string;
  readonly msg: Uint8Array;
}

export interface TraceTime {
  readonly seconds: number;
  readonly nanos: number;
}

/** Decodes the payload of a `moby.buildkit.trace` event. */
export function decodeTrace(base64: string): BuildTrace {
  const message = status().decode(Buffer.from(base64, 'base64'));
  return status().toObject(message, { longs: Number, defaults: true, arrays: true }) as BuildTrace;
}

let cached: protobuf.Type | undefined;

/** dockerode ships the message's definition; it is read once, on first use. */
function status(): protobuf.Type {
  cached ??= protobuf.loadSync(definition()).lookupType('moby.buildkit.v1.StatusResponse');
  return cached;
}

function definition(): string {
  const dockerode = createRequire(import.meta.url).resolve('dockerode/package.json');
  return join(dirname(dockerode), 'lib', 'proto', 'buildkit_status.proto');
}
