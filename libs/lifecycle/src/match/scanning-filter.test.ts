import { describe, expect, it } from '@jest/globals';
import { scanningFilter } from './scanning-filter.ts';

const NAMES = ['prod', 'repo-prod', 'prod-repo', 'repo-prod-repo', 'prodrepo'];

describe('scanningFilter', () => {
  // The table of the ECR user guide, "Filters to choose which repositories are scanned".
  it.each([
    ['prod', [true, true, true, true, true]],
    ['*prod', [true, true, false, false, false]],
    ['prod*', [true, false, true, false, true]],
    ['*prod*', [true, true, true, true, true]],
    ['prod*repo', [false, false, true, false, true]],
  ] as const)('%s matches as ECR documents', (filter, expected) => {
    expect(NAMES.map(scanningFilter(filter))).toEqual(expected);
  });
});
