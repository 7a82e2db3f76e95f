import { z } from 'zod';
import type { BuildTrace, TraceTime } from '../buildkit/decode-trace.ts';

/** What `buildctl` said: a piece of its progress, or words. */
export type Said = { readonly trace: BuildTrace } | { readonly words: string };

/**
 * Reads what `buildctl --progress=rawjson` writes: objects of its progress (BuildKit, client/graph.go, `SolveStatus`), one on many lines
 * or on one, with other words between them. An object that is cut off counts as words.
 */
export async function* readProgress(lines: AsyncIterable<unknown>): AsyncIterable<Said> {
  let open: string[] = [];
  for await (const item of lines) {
    const line = String(item);
    if (open.length === 0 && line !== '{') {
      yield parse(line);
      continue;
    }
    open.push(line);
    if (line !== '}') continue;
    yield parse(open.join('\n'));
    open = [];
  }
  if (open.length > 0) yield { words: open.join('\n') };
}

/** What is no progress is kept as words, whatever it is. */
function parse(text: string): Said {
  if (!text.startsWith('{')) return { words: text };
  try {
    return { trace: traceOf(JSON.parse(text)) };
  } catch {
    return { words: text };
  }
}

function traceOf(value: unknown): BuildTrace {
  const { vertexes, logs, warnings } = schema.parse(value);
  return {
    vertexes: vertexes ?? [],
    logs: (logs ?? []).map(({ vertex, data }) => ({ vertex, msg: data })),
    warnings: warnings ?? [],
  };
}

const bytes = z.string().transform((text): Uint8Array => Buffer.from(text, 'base64'));
const time = z
  .string()
  .nullish()
  .transform((text): TraceTime | null => (typeof text === 'string' ? parseTime(text) : null));
const vertex = z.object({
  digest: z.string(),
  name: z.string().default(''),
  cached: z.boolean().default(false),
  started: time,
  completed: time,
  error: z.string().default(''),
});
const schema = z.object({
  vertexes: z.array(vertex).nullish(),
  logs: z.array(z.object({ vertex: z.string(), data: bytes })).nullish(),
  warnings: z.array(z.object({ short: bytes })).nullish(),
});

/** RFC 3339, as Go writes it; what is finer than a millisecond doesn't matter here. */
function parseTime(text: string): TraceTime {
  const milliseconds = Date.parse(text);
  const seconds = Math.floor(milliseconds / 1000);
  return { seconds, nanos: (milliseconds - seconds * 1000) * 1e6 };
}
