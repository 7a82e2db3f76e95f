import type { Review } from '@slipway/plan-review';
import { LEVELS } from './detail.ts';
import { reviewText } from './review-text.ts';

/** GitHub takes no longer comment. */
export const MOST_COMMENT_CHARACTERS = 65_536;

/** By this the comment of an earlier run is found again. */
export const MARKER = '<!-- slipway-plan-review -->';

const CUT = '\n\nThe rest is left out: it would be too long.\n';

/**
 * The review as one comment of GitHub, with as much detail as `limit` characters hold. It begins with a marker, so that the comment of an
 * earlier run can be replaced.
 */
export function renderMarkdownReview(review: Review, limit: number = MOST_COMMENT_CHARACTERS): string {
  for (const detail of LEVELS) {
    const text = `${MARKER}\n${reviewText(review, { ...detail, limit })}`;
    if (text.length <= limit) return text;
  }
  return cut(`${MARKER}\n${reviewText(review, { ...LAST, findings: 0 })}`, limit);
}

const LAST = LEVELS[LEVELS.length - 1] ?? LEVELS[0];

/** Whole lines only, so that no markup stays open. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = Math.max(0, limit - CUT.length);
  const lines = text.slice(0, room);
  return `${lines.slice(0, Math.max(0, lines.lastIndexOf('\n')))}${CUT}`.slice(0, limit);
}
