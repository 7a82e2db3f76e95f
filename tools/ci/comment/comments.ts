/** One comment of a pull request. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  /** Login of whoever wrote it, such as `github-actions[bot]`. */
  readonly author: string;
}

/** The comments of one pull request. */
export interface Comments {
  /** All of them, the oldest first. */
  readonly list: () => Promise<readonly Comment[]>;
  readonly create: (body: string) => Promise<void>;
  readonly update: (id: number, body: string) => Promise<void>;
}
