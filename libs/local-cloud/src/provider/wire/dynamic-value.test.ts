import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UNKNOWN, type CtyValue } from './cty-value.ts';
import { decodeValue, encodeValue } from './dynamic-value.ts';

const { value: anyValue } = fc.letrec<{ value: CtyValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.constant(UNKNOWN),
    fc.boolean(),
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.double({ noNaN: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}));

describe('a value', () => {
  it('comes back from MessagePack as it was, unknown parts included', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(decodeValue(encodeValue(value))).toEqual(value);
      }),
    );
  });

  // Bytes as Terraform documents them:
  // https://github.com/hashicorp/terraform/blob/main/docs/plugin-protocol/object-wire-format.md
  it.each([
    ['unknown', [0xd4, 0x00, 0x00]],
    ['unknown and known to be not null', [0xc7, 0x03, 0x0c, 0x81, 0x01, 0xc2]],
  ])('that is %s is read as unknown', (_, bytes) => {
    expect(decodeValue({ msgpack: Uint8Array.from(bytes) })).toBe(UNKNOWN);
  });

  it('that is unknown is written as extension 0', () => {
    expect([...(encodeValue(UNKNOWN).msgpack ?? [])]).toEqual([0xd4, 0x00, 0x00]);
  });

  it('that is null is one byte, and no bytes mean null', () => {
    expect([...(encodeValue(null).msgpack ?? [])]).toEqual([0xc0]);
    expect(decodeValue({ msgpack: new Uint8Array(), json: new Uint8Array() })).toBeNull();
    expect(decodeValue(null)).toBeNull();
  });

  it('of a state file is read as JSON', () => {
    expect(decodeValue({ json: Buffer.from('{"name":"größe"}') })).toEqual({ name: 'größe' });
  });
});
