import { renderJson, renderTerminal } from '@slipway/cli';
import type { Review } from '@slipway/plan-review';
import type { PlanFile } from '../commands/review/plan-file.ts';
import { renderHtmlReview } from './html/render-html-review.ts';
import { renderMarkdownReview } from './markdown/render-markdown-review.ts';
import { renderSarif } from './sarif/render-sarif.ts';
import { formatReview } from './text/format-review.ts';

export const FORMATS = ['text', 'markdown', 'json', 'sarif', 'html'] as const;
export type Format = (typeof FORMATS)[number];

export interface Rendering {
  readonly format: Format;
  /** Most characters of Markdown. */
  readonly limit: number;
  readonly plans: readonly PlanFile[];
}

export function renderReview(review: Review, { format, limit, plans }: Rendering): string {
  switch (format) {
    case 'text':
      return renderTerminal(formatReview(review));
    case 'markdown':
      return renderMarkdownReview(review, limit);
    case 'json':
      return renderJson(review);
    case 'sarif':
      return renderJson(renderSarif(review, plans));
    case 'html':
      return renderHtmlReview(review);
    default:
      return format satisfies never;
  }
}
