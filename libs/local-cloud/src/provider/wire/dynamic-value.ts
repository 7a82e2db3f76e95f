import { Decoder, Encoder, ExtensionCodec } from '@msgpack/msgpack';
import { UNKNOWN, type CtyValue } from './cty-value.ts';

/** A value as it travels: MessagePack, or JSON for what Terraform kept in a state file. */
export interface DynamicValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

export function encodeValue(value: CtyValue): DynamicValue {
  return { msgpack: new Encoder({ extensionCodec: extensions }).encode(value) };
}

/** @throws when the bytes are no MessagePack or JSON. */
export function decodeValue(value: DynamicValue | null | undefined): CtyValue {
  if (value?.msgpack?.length) return new Decoder({ extensionCodec: extensions }).decode(value.msgpack) as CtyValue;
  if (value?.json?.length) return JSON.parse(Buffer.from(value.json).toString('utf8')) as CtyValue;
  return null;
}

// Terraform writes "unknown" as extension 0; 12 adds refinements (such as "not null"), which a provider may drop.
const UNKNOWN_EXTENSION = 0;
const REFINED_UNKNOWN_EXTENSION = 12;

const extensions = new ExtensionCodec();
extensions.register({
  type: UNKNOWN_EXTENSION,
  encode: (value) => (value === UNKNOWN ? new Uint8Array([0]) : null),
  decode: () => UNKNOWN,
});
extensions.register({ type: REFINED_UNKNOWN_EXTENSION, encode: () => null, decode: () => UNKNOWN });
