import { parseEngineEvent } from './engine-event.ts';
import type { EngineEvent } from './engine-event.ts';
import { jsonLines } from './json-lines.ts';

/** What the engine reported in a stream that began with "200 OK". */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/**
 * The events of a build, push or pull, to the end of the stream.
 * @throws EngineError at the event that says that it failed; BrokenStream when the stream is not whole.
 */
export async function* engineEvents(stream: AsyncIterable<Uint8Array>): AsyncIterable<EngineEvent> {
  for await (const value of jsonLines(stream)) {
    const event = parseEngineEvent(value);
    if (event.error !== undefined) throw new EngineError(event.errorDetail?.message ?? event.error);
    yield event;
  }
}
