import { expect, it } from '@jest/globals';
import { logLines } from './log-lines.ts';

/** As the Docker Engine API documents it: stream, three zeros, size as a big-endian number of 4 bytes. */
function frame(stream: number, content: string): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt8(stream, 0);
  header.writeUInt32BE(Buffer.byteLength(content), 4);
  return Buffer.concat([header, Buffer.from(content)]);
}

it('joins what one frame began and the next ends, by stream', () => {
  const log = Buffer.concat([frame(1, 'hel'), frame(2, 'warning\n'), frame(1, 'lo\nworld\r\n'), frame(1, '\n')]);
  expect(logLines(log)).toEqual(['hello', 'world', 'warning']);
});

it('keeps a letter that two frames share', () => {
  const [first, second] = [Buffer.from('é\n').subarray(0, 1), Buffer.from('é\n').subarray(1)];
  const log = Buffer.concat([frame(1, 'x').fill(first, 8), frame(1, 'xx').fill(second, 8)]);
  expect(logLines(log)).toEqual(['é']);
});

it('has no lines where nothing was logged', () => {
  expect(logLines(Buffer.alloc(0))).toEqual([]);
});
