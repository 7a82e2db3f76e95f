import { warning, type LocalFinding } from '@slipway/findings';
import { lintPolicy, type LifecycleRule } from '@slipway/lifecycle';
import type { RepositorySpec } from '../../spec/repository-spec.ts';
import type { Place } from '../place.ts';

/** That there is a lifecycle, that ECR takes it, and that it leaves something in production. */
export function lifecycle({ lifecycle: rules }: RepositorySpec, { environment }: Place): LocalFinding[] {
  if (rules.length === 0) return [noLifecycle()];
  return [...lintPolicy(rules), ...(environment.deletion === 'protected' ? canEmpty(rules) : [])];
}

function noLifecycle(): LocalFinding {
  return warning('lifecycle-missing', {
    path: 'lifecycle',
    message: 'is "[]": every image is kept and paid for ever',
    fix: 'add rules such as keepNewest(10, tagged("v")) and expireAfterDays(1, untagged())',
  });
}

/** Nothing pushed for so long, and the repository is empty, with what is deployed from it. */
function canEmpty(rules: readonly LifecycleRule[]): LocalFinding[] {
  return rules
    .filter(({ selection, expiry }) => selection.tagStatus === 'any' && expiry?.days !== undefined)
    .map(({ expiry }) =>
      warning('lifecycle-can-empty', {
        path: 'lifecycle',
        message: `expires any image after "${expiry?.days ?? ''}" days in a protected environment, also the one that is deployed`,
        fix: 'keep a number of images with keepNewest(10, anyImage())',
      }),
    );
}
