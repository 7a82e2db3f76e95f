import type { Comments } from './comments.ts';

/** Who writes with the token of a workflow (GitHub documentation, "Automatic token authentication"). */
export const WORKFLOW_AUTHOR = 'github-actions[bot]';

export interface StickyComment {
  /** First line of the body, by which an earlier comment is found again, such as `<!-- review -->`. */
  readonly marker: string;
  /** What the comment is to say, the marker included. */
  readonly body: string;
  /** Whether to write it even where there is none yet. `false`: only an earlier one is brought up to date. */
  readonly create: boolean;
}

export type Stuck = 'created' | 'updated' | 'unchanged' | 'nothing to say';

/** Makes a pull request have this comment once: an earlier one is changed in place. Comments of others are never touched, whatever they begin with. */
export async function stickComment(comments: Comments, { marker, body, create }: StickyComment): Promise<Stuck> {
  const earlier = (await comments.list()).find(
    ({ author, body: text }) => author === WORKFLOW_AUTHOR && text.startsWith(marker),
  );
  if (earlier === undefined) {
    if (!create) return 'nothing to say';
    await comments.create(body);
    return 'created';
  }
  if (earlier.body === body) return 'unchanged';
  await comments.update(earlier.id, body);
  return 'updated';
}
