import { randomBytes } from 'node:crypto';
import type { CtyObject } from '../wire/cty-value.ts';
import { writtenText } from './attribute-readers.ts';

/** The name that the configuration gives, or one that starts with its prefix. */
export function configuredName(planned: CtyObject, { prefix = 'name_prefix', name = 'name' } = {}): string {
  return writtenText(planned, name) ?? generatedName(writtenText(planned, prefix) ?? 'terraform-');
}

/** A name that nobody else has: the prefix, the time, and 8 hexadecimal digits, as the real provider makes them. */
export function generatedName(prefix = ''): string {
  const digits = new Date().toISOString().replace(/\D/g, '');
  return `${prefix}${digits}0${randomBytes(4).toString('hex')}`;
}

/** The prefix that a name was generated from; empty when it was not. */
export function prefixOfName(name: string): string {
  return /^(.*)\d{18}[0-9a-f]{8}$/.exec(name)?.[1] ?? '';
}
