import { warning } from '@slipway/findings';
import { accessOf } from '../policy/access-of.ts';
import type { Rule } from './rule.ts';

/** Somebody may do more with what is there already. What a new resource allows stands with it. */
export const accessWidened: Rule = (change) => {
  if (change.kind === 'create') return [];
  return accessOf(change)
    .filter(({ widens }) => widens)
    .map(({ text }) => warning('access-widened', { message: text, fix: 'check that they need it' }));
};
