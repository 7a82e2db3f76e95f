import prettyBytes from 'pretty-bytes';
import { formatDollars } from '@slipway/ecr-inventory';
import type { Amount } from './lifecycle-preview.ts';

/** Number of images, size and dollars a month, for people. */
export function formatAmount({ images, bytes, dollarsPerMonth }: Amount): [string, string, string] {
  return [String(images), prettyBytes(bytes, { binary: true }), formatDollars(dollarsPerMonth)];
}
