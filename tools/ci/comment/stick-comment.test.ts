import { describe, expect, it } from '@jest/globals';
import { memoryComments } from './memory-comments.ts';
import { stickComment, WORKFLOW_AUTHOR } from './stick-comment.ts';

const MARKER = '<!-- review -->';
const OTHERS = { id: 1, body: 'looks good', author: 'somebody' };
const FORGED = { id: 2, body: `${MARKER}\nall is fine`, author: 'somebody' };

describe('stickComment', () => {
  it('writes one comment, and changes it in place from then on', async () => {
    const comments = memoryComments(WORKFLOW_AUTHOR, [OTHERS]);
    expect(await stickComment(comments, { marker: MARKER, body: `${MARKER}\none`, create: true })).toBe('created');
    expect(await stickComment(comments, { marker: MARKER, body: `${MARKER}\ntwo`, create: true })).toBe('updated');
    expect(comments.all().map(({ body }) => body)).toEqual(['looks good', `${MARKER}\ntwo`]);
  });

  it('leaves a comment alone that says it already', async () => {
    const comments = memoryComments(WORKFLOW_AUTHOR);
    const wanted = { marker: MARKER, body: `${MARKER}\none`, create: true };
    await stickComment(comments, wanted);
    expect(await stickComment(comments, wanted)).toBe('unchanged');
  });

  it('never takes the comment of somebody else for its own', async () => {
    const comments = memoryComments(WORKFLOW_AUTHOR, [FORGED]);
    expect(await stickComment(comments, { marker: MARKER, body: `${MARKER}\none`, create: true })).toBe('created');
    expect(comments.all()[0]).toEqual(FORGED);
  });

  it('is silent where nothing changes, but brings an earlier comment up to date', async () => {
    const quiet = { marker: MARKER, body: `${MARKER}\nnothing changes`, create: false };
    const comments = memoryComments(WORKFLOW_AUTHOR, [OTHERS]);
    expect(await stickComment(comments, quiet)).toBe('nothing to say');
    await comments.create(`${MARKER}\none`);
    expect(await stickComment(comments, quiet)).toBe('updated');
    expect(comments.all().map(({ body }) => body)).toEqual(['looks good', quiet.body]);
  });
});
