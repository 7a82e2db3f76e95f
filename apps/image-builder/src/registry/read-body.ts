import { unreachable } from './registry-failure.ts';

/** The body of an answer, piece by piece; a connection that breaks off in the middle is a failure like one that never came. */
export async function* readBody(
  { body }: Response,
  { name, signal }: { readonly name: string; readonly signal: AbortSignal | undefined },
): AsyncIterable<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  const next = () =>
    reader.read().catch((error: unknown) => {
      throw unreachable(error, name, signal);
    });
  try {
    for (let piece = await next(); !piece.done; piece = await next()) yield piece.value;
  } finally {
    // Who stops in the middle doesn't want the rest on the wire; a failed body refuses it, and has nothing left.
    await reader.cancel().catch(() => undefined);
  }
}
