import { warning } from '@slipway/findings';
import { sets } from '../change/effects.ts';
import { readText } from '../change/read-value.ts';
import type { Rule } from './rule.ts';

const BOUNDARY = 'permissions_boundary';

/** A role or user may do no more than its boundary (IAM user guide, "Permissions boundaries for IAM entities"); without it, all that its policies say. */
export const boundaryRemoved: Rule = (change) => {
  if (!['aws_iam_role', 'aws_iam_user'].includes(change.type) || !sets(change)) return [];
  const [was, is] = [readText(change.before, BOUNDARY), readText(change.after, BOUNDARY)];
  if (was === undefined || was === '' || was === is) return [];
  const instead = is === undefined || is === '' ? '' : `; it is "${is}" from now on`;
  return [
    warning('boundary-removed', {
      message: `"${was}" limits it no longer${instead}`,
      fix: 'check that its policies need no limit, or keep the boundary',
    }),
  ];
};
