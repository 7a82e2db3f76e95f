import type { GitFacts } from '@slipway/images';

/** Asks git about a work tree. */
export interface Git {
  /** @throws Failure `git-missing` or `git-unusable`. */
  facts(folder: string): Promise<GitFacts>;
}
