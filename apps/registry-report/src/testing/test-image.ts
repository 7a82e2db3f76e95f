import { createHash } from 'node:crypto';
import type { InventoryImage } from '@slipway/lifecycle';
import { NOW } from './test-world.ts';

const DAY = 86_400_000;
export const GIGABYTE = 2 ** 30;

export interface TestImage extends Partial<Omit<InventoryImage, 'digest' | 'pushedAt'>> {
  /** Days since its push, before `NOW`. */
  readonly age: number;
}

/** An image of one gigabyte whose digest is made from its name. */
export function testImage(name: string, { age, ...more }: TestImage): InventoryImage {
  return {
    digest: digestOf(name),
    tags: [],
    sizeBytes: GIGABYTE,
    pushedAt: new Date(NOW.getTime() - age * DAY),
    ...more,
  };
}

export function digestOf(name: string): string {
  return `sha256:${createHash('sha256').update(name).digest('hex')}`;
}
