import { errorDocument, isFailure, renderJson } from '@slipway/cli';
import type { Failure } from '@slipway/cli';
import type { Review } from '@slipway/plan-review';
import { MOST_COMMENT_CHARACTERS } from '../render/markdown/render-markdown-review.ts';
import { renderReview } from '../render/render-review.ts';

export interface ReviewPrinting {
  readonly flags: { readonly json?: true; readonly markdown?: true };
  readonly print: (text: string) => void;
  readonly work: () => Promise<Review>;
  /** What of the review makes the command fail. */
  readonly verdict: (review: Review) => Failure | undefined;
}

/** Prints a review as `plan-review` does, then throws its verdict. With `--json` an earlier failure is a document, too. */
export async function printReview({ flags, print, work, verdict }: ReviewPrinting): Promise<void> {
  const format = flags.json === true ? 'json' : flags.markdown === true ? 'markdown' : 'text';
  const review = await work().catch((error: unknown) => {
    if (format === 'json' && isFailure(error)) print(renderJson(errorDocument(error)));
    throw error;
  });
  print(renderReview(review, { format, limit: MOST_COMMENT_CHARACTERS, plans: [] }));
  const failure = verdict(review);
  if (failure !== undefined) throw failure;
}
