import { warning } from '@slipway/findings';
import { unknownWords } from '../deployments/unknown-words.ts';
import { SOON_DAYS, lossesBy } from '../lifecycle/losses-by.ts';
import { graded } from './graded.ts';
import type { Rule } from './rule.ts';

/** Images expire or are archived, and nobody can say whether one of them runs: that counts as running. */
export const deploymentsUnknown: Rule = (change, context) => {
  const unknown = unknownWords(context.deployments);
  if (unknown === undefined) return [];
  const { expired, archived, soon } = lossesBy(change, context);
  const statement = (what: string) => ({
    message: `${unknown}: an image that ${what} may run`,
    fix: 'let them be asked, or find out what runs there and override this',
  });
  if (expired.length > 0) return [graded(context, RULE, statement('expires'))];
  if (archived.length > 0) return [graded(context, RULE, statement('is archived'))];
  return soon.length === 0 ? [] : [warning(RULE, statement(`is lost within ${SOON_DAYS} days`))];
};

const RULE = 'deployments-unknown';
