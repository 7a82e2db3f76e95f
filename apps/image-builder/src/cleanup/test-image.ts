import type { InventoryImage } from '@slipway/lifecycle';
import { sha256 } from '../testing/oci-parts.ts';

const DAY = 86_400_000;

/** The moment that tests call now. */
export const NOW = new Date('2026-03-02T00:00:00Z');

/** An image whose digest is made from its name, pushed some days before `NOW`. */
export function testImage(
  name: string,
  { age, ...more }: Partial<Omit<InventoryImage, 'digest' | 'pushedAt'>> & { readonly age: number },
): InventoryImage {
  return { digest: digestOf(name), tags: [], sizeBytes: 100, pushedAt: new Date(NOW.getTime() - age * DAY), ...more };
}

export function digestOf(name: string): `sha256:${string}` {
  return sha256(name);
}
