import { unknownWords } from '../deployments/unknown-words.ts';
import { imagesLostBy } from '../lifecycle/images-lost-by.ts';
import { graded } from './graded.ts';
import type { Rule } from './rule.ts';

/** Images expire, and nobody can say whether one of them runs: that counts as running. */
export const deploymentsUnknown: Rule = (change, context) => {
  const unknown = unknownWords(context.deployments);
  if (unknown === undefined || imagesLostBy(change, context).length === 0) return [];
  return [
    graded(context, 'deployments-unknown', {
      message: `${unknown}: an image that expires may run`,
      fix: 'let them be asked, or find out what runs there and override this',
    }),
  ];
};
