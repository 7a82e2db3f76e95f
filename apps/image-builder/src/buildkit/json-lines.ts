/** A stream that is not made of whole lines of JSON. */
export class BrokenStream extends Error {
  override readonly name = 'BrokenStream';
}

/**
 * Decodes a stream of JSON lines as Docker sends them: characters may be split between chunks, and a last line may lack its end.
 * @throws BrokenStream for a line that is no JSON, and for a last line that is cut off.
 */
export async function* jsonLines(stream: AsyncIterable<Uint8Array>): AsyncIterable<unknown> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield* parse(line, 'is not JSON');
  }
  yield* parse(rest + decoder.decode(), 'is cut off');
}

function* parse(line: string, problem: string): Iterable<unknown> {
  if (line.trim() === '') return;
  try {
    yield JSON.parse(line);
  } catch (cause) {
    throw new BrokenStream(`the line '${line.slice(0, 200)}' ${problem}`, { cause });
  }
}
