import type { Comment, Comments } from './comments.ts';

/** Comments in memory, for tests. What it writes is by `author`. */
export function memoryComments(
  author: string,
  before: readonly Comment[] = [],
): Comments & { all: () => readonly Comment[] } {
  const comments = new Map(before.map((comment) => [comment.id, comment]));
  return {
    all: () => [...comments.values()],
    list: () => Promise.resolve([...comments.values()]),
    create: (body) => {
      const id = comments.size + 1000;
      comments.set(id, { id, body, author });
      return Promise.resolve();
    },
    update: (id, body) => {
      const comment = comments.get(id);
      if (comment === undefined) return Promise.reject(new Error(`there is no comment ${id}`));
      comments.set(id, { ...comment, body });
      return Promise.resolve();
    },
  };
}
