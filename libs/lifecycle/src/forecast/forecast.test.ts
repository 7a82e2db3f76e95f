import { describe, expect, it } from '@jest/globals';
import { archiveAfterDays } from '../model/archival-rules.ts';
import { expireAfterDays, expireArchivedAfterDays, keepNewest } from '../model/expiry-rules.ts';
import { anyImage, tagged, untagged } from '../model/selection.ts';
import { toDocument } from '../render/render-policy.ts';
import { image, letterOf, NOW } from '../testing/images.ts';
import type { ForecastEvent } from './events-until.ts';
import { forecast } from './forecast.ts';

const DAY = 86_400_000;
const inWords = ({ at, verdict }: ForecastEvent) =>
  `day ${(at.getTime() - NOW.getTime()) / DAY}: ${letterOf(verdict.image)} ${verdict.outcome}`;

describe('forecast', () => {
  it('tells what is due now, and on which day the rest is', () => {
    const policy = toDocument([expireAfterDays(7, tagged('dev-')), expireAfterDays(1, untagged())]);
    const images = [image('a', 2), image('b', 6.5, ['dev-1']), image('c', 5, ['dev-2']), image('d', 99, ['v1'])];
    expect(forecast(policy, images, { now: NOW, days: 30 }).map(inWords)).toEqual([
      'day 0: a expired',
      'day 1: b expired',
      'day 3: c expired',
    ]);
  });

  it('looks no further than it is asked to', () => {
    const policy = toDocument([expireAfterDays(7, tagged('dev-'))]);
    expect(forecast(policy, [image('a', 3, ['dev-1'])], { now: NOW, days: 4 })).toEqual([]);
    expect(forecast(policy, [image('a', 3, ['dev-1'])], { now: NOW, days: 5 })).toHaveLength(1);
  });

  it('expires each image once, however many rules and days would', () => {
    const policy = toDocument([keepNewest(1, tagged('v')), expireAfterDays(1, anyImage())]);
    const images = [image('a', 3, ['v1']), image('b', 2, ['v2']), image('c', 9, ['x'])];
    const events = forecast(policy, images, { now: NOW, days: 30 });
    expect(events.map(inWords)).toEqual(['day 0: a expired', 'day 0: c expired']);
  });

  it('archives first, and expires from the archive later', () => {
    const policy = toDocument([archiveAfterDays(10, anyImage()), expireArchivedAfterDays(90, anyImage())]);
    expect(forecast(policy, [image('a', 8)], { now: NOW, days: 100 }).map(inWords)).toEqual([
      'day 3: a archived',
      'day 94: a expired',
    ]);
  });

  it('is quiet where there is no policy', () => {
    expect(forecast({ rules: [] }, [image('a', 1)], { now: NOW, days: 30 })).toEqual([]);
  });
});
