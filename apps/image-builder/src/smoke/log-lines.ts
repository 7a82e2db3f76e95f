const HEADER_BYTES = 8;
const SIZE_OFFSET = 4;

/**
 * The lines in a container's log as the engine sends it: frames of a header (stream, three zeros, size as a big-endian
 * number of 4 bytes) and content (Docker Engine API, "Attach to a container", stream format).
 */
export function logLines(log: Uint8Array): string[] {
  const bytes = Buffer.from(log);
  const streams = new Map<number, Buffer[]>();
  for (let at = 0; at + HEADER_BYTES <= bytes.length;) {
    const end = at + HEADER_BYTES + bytes.readUInt32BE(at + SIZE_OFFSET);
    const stream = bytes.readUInt8(at);
    streams.set(stream, [...(streams.get(stream) ?? []), bytes.subarray(at + HEADER_BYTES, end)]);
    at = end;
  }
  return [...streams.values()].flatMap((parts) => lines(Buffer.concat(parts).toString()));
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line !== '');
}
