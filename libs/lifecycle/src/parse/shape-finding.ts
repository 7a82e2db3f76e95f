import { error, type LocalFinding } from '@slipway/findings';
import { shown } from '../lint/shown.ts';

const SOURCE = 'ECR user guide, lifecycle policy properties';

/** A part that is not of the form that ECR reads. */
export function misshapen(path: string, value: unknown, wanted: string): LocalFinding {
  return error('lifecycle-shape', { path, message: `is "${shown(value)}"`, fix: `write ${wanted}`, source: SOURCE });
}

/** Parts that each are well formed and don't go together. */
export function combination(path: string, message: string, fix: string): LocalFinding {
  return error('lifecycle-combination', { path, message, fix, source: SOURCE });
}
