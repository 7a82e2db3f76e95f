import { warning, type LocalFinding } from '@slipway/findings';
import type { RepositorySpec } from '../../spec/repository-spec.ts';
import type { Place } from '../place.ts';

/** Under basic scanning; what enhanced scanning leaves out is said of the registry. */
export function neverScanned({ scanOnPush }: RepositorySpec, { registry }: Place): LocalFinding[] {
  if (scanOnPush || registry.scanning.type === 'enhanced') return [];
  return [
    warning('never-scanned', {
      message: 'images are never scanned: basic scanning is on, and scanOnPush is "false"',
      fix: 'set scanOnPush to true',
    }),
  ];
}
