import { unknownWords } from '../deployments/unknown-words.ts';
import { lossesBy } from '../lifecycle/losses-by.ts';
import { graded } from './graded.ts';
import type { Rule } from './rule.ts';

/** Images expire or are archived, and nobody can say whether one of them runs: that counts as running. */
export const deploymentsUnknown: Rule = (change, context) => {
  const unknown = unknownWords(context.deployments);
  if (unknown === undefined) return [];
  const { expired, archived } = lossesBy(change, context);
  if (expired.length + archived.length === 0) return [];
  const what = expired.length > 0 ? 'expires' : 'is archived';
  return [
    graded(context, 'deployments-unknown', {
      message: `${unknown}: an image that ${what} may run`,
      fix: 'let them be asked, or find out what runs there and override this',
    }),
  ];
};
