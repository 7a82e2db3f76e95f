import { expect, it } from '@jest/globals';
import * as inventory from './index.ts';

it('exports exactly this', () => {
  expect(Object.keys(inventory).sort()).toEqual([
    'EcrRegistry',
    'awsFailure',
    'basisWords',
    'findEnvironment',
    'findPlaces',
    'formatDollars',
    'monthlyDollars',
    'placesOf',
    'requireAccount',
    'scanPrices',
    'storagePrices',
  ]);
});
