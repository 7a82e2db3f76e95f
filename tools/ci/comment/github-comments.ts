import { CiFailure } from '../ci-failure.ts';
import type { Comment, Comments } from './comments.ts';

export interface PullRequest {
  /** Such as `https://api.github.com`. */
  readonly api: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
  readonly token: string;
}

/** Most comments on one page (GitHub documentation, "REST API endpoints for issue comments"). */
const PAGE = 100;

interface IssueComment {
  readonly id: number;
  readonly body?: string;
  readonly user: { readonly login: string } | null;
}

/** Comments of a pull request on GitHub, through its REST API. Needs `pull-requests: write`. */
export function gitHubComments(pullRequest: PullRequest): Comments {
  const issues = `/repos/${pullRequest.repository}/issues`;
  const ask = (method: string, path: string, body?: string) => request(pullRequest, { method, path, body });
  return {
    list: async () => {
      const all: Comment[] = [];
      for (let page = 1; ; page += 1) {
        const path = `${issues}/${pullRequest.number}/comments?per_page=${PAGE}&page=${page}`;
        const comments = (await ask('GET', path)) as readonly IssueComment[];
        all.push(...comments.map(({ id, body = '', user }) => ({ id, body, author: user?.login ?? '' })));
        if (comments.length < PAGE) return all;
      }
    },
    create: async (body) => {
      await ask('POST', `${issues}/${pullRequest.number}/comments`, body);
    },
    update: async (id, body) => {
      await ask('PATCH', `${issues}/comments/${id}`, body);
    },
  };
}

interface Call {
  readonly method: string;
  readonly path: string;
  /** Text of the comment. */
  readonly body: string | undefined;
}

async function request({ api, token }: PullRequest, { method, path, body }: Call): Promise<unknown> {
  const response = await fetch(`${api}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
    },
    ...(body === undefined ? {} : { body: JSON.stringify({ body }) }),
  }).catch((cause: unknown) => {
    throw new CiFailure(3, `'${api}' doesn't answer\nfix: try again later`, { cause });
  });
  if (response.ok) return await response.json();
  throw new CiFailure(
    3,
    `GitHub answers ${response.status} to ${method} ${path}: ${(await response.text()).slice(0, 500)}\n` +
      "fix: give the job 'pull-requests: write'; for 5xx try again later",
  );
}
