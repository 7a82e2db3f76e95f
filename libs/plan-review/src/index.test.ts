import { expect, it } from '@jest/globals';
import * as planReview from './index.ts';

it('exports exactly this', () => {
  expect(Object.keys(planReview).sort()).toEqual([
    'addConfiguration',
    'maskText',
    'parseOverrides',
    'parsePlan',
    'repositoriesToAsk',
    'reviewPlans',
  ]);
});
