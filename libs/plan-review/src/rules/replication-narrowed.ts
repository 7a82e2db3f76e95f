import { warning } from '@slipway/findings';
import { replicationOf } from '../change/replication-of.ts';
import type { Rule } from './rule.ts';

/** Images that were copied to another region or account and are not any more. Copies that are there stay. */
export const replicationNarrowed: Rule = (change) => {
  if (change.type !== 'aws_ecr_replication_configuration') return [];
  const after = replicationOf(change.after);
  return replicationOf(change.before)
    .filter((copy) => !after.includes(copy))
    .map((copy) =>
      warning('replication-narrowed', {
        message: `the registry no longer copies ${copy}`,
        fix: 'check that nobody pulls there, and that a lost region needs no copies',
      }),
    );
};
