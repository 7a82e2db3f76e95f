import type { LocalFinding } from '@slipway/findings';
import { error } from '../lint/lint-finding.ts';

const SOURCE = 'ECR user guide, lifecycle policy properties';
/** Characters of a value that a message shows. */
const SHOWN = 60;

/** A part that is not of the form that ECR reads. */
export function misshapen(path: string, value: unknown, wanted: string): LocalFinding {
  return error('lifecycle-shape', { path, message: `is "${shown(value)}"`, fix: `write ${wanted}`, source: SOURCE });
}

/** Parts that each are well formed and don't go together. */
export function combination(path: string, message: string, fix: string): LocalFinding {
  return error('lifecycle-combination', { path, message, fix, source: SOURCE });
}

/** A value as it may stand in a message: short, and without characters that a terminal obeys. What is nested is only named: it may be deep. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const printable = text
    .slice(0, SHOWN)
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .replaceAll('"', "'");
  return text.length > SHOWN ? `${printable}...` : printable;
}
