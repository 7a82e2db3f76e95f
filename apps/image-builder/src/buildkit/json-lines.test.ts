import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { collect } from '../testing/collect.ts';
import { jsonLines } from './json-lines.ts';

async function read(chunks: readonly Uint8Array[]): Promise<unknown[]> {
  async function* stream(): AsyncGenerator<Uint8Array> {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  }
  return collect(jsonLines(stream()));
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('jsonLines', () => {
  it('reads the same values wherever the stream is cut, even within a character', async () => {
    const values = fc.array(fc.record({ stream: fc.string({ unit: 'grapheme' }) }));
    await fc.assert(
      fc.asyncProperty(values, fc.array(fc.nat()), async (some, cuts) => {
        const whole = bytes(some.map((value) => `${JSON.stringify(value)}\r\n`).join(''));
        const at = [0, ...cuts.map((cut) => cut % (whole.length + 1)).sort((a, b) => a - b), whole.length];
        const chunks = at.slice(1).map((end, index) => whole.slice(at[index], end));
        expect(await read(chunks)).toEqual(some);
      }),
    );
  });

  it('reads a last line without its end', async () => {
    expect(await read([bytes('{"a":1}\n{"b":2}')])).toEqual([{ a: 1 }, { b: 2 }]);
  });

  it('refuses a last line that is cut off', async () => {
    await expect(read([bytes('{"a":1}\n{"b":')])).rejects.toThrow(`the line '{"b":' is cut off`);
  });

  it('refuses a line that is no JSON', async () => {
    await expect(read([bytes('502 Bad Gateway\n{"a":1}\n')])).rejects.toThrow("the line '502 Bad Gateway' is not JSON");
  });
});
