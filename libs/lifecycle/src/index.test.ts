import { expect, it } from '@jest/globals';
import * as lifecycle from './index.ts';

it('exports exactly this', () => {
  expect(Object.keys(lifecycle).sort()).toEqual([
    'LIFECYCLE_LIMITS',
    'anyImage',
    'archiveAfterDays',
    'archiveAllButNewest',
    'archiveUnpulledAfterDays',
    'compare',
    'compilePattern',
    'describeRule',
    'describeSelection',
    'evaluate',
    'evaluator',
    'expireAfterDays',
    'expireArchivedAfterDays',
    'forecast',
    'keepNewest',
    'lintDocument',
    'lintPolicy',
    'parsePolicy',
    'renderPolicy',
    'scanningFilter',
    'tagged',
    'taggedLike',
    'taggedLikeAll',
    'taggedWithAll',
    'toDocument',
    'untagged',
  ]);
});
