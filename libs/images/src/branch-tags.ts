import type { GitFacts } from './git-facts.ts';
import { InvalidImageValue } from './invalid-image-value.ts';
import { MAX_TAG_LENGTH } from './tag-name.ts';
import type { Tag } from './tag.ts';

const SHORT_COMMIT = 12;
const SHORT_HASH = 8;

/**
 * The tags of an image by the branch it is built from: one that never moves, first, then on main and develop one that does.
 * They depend on nothing but the arguments, so the same commit gives the same tags on every machine and every day.
 * A dirty work tree gets a tag of its own for each content and moves none.
 * @throws InvalidImageValue when the commit or its date is not one.
 */
export function branchTags(git: GitFacts, inputsHash: string): readonly Tag[] {
  const { prefix, moving } = branchRule(git);
  const tail = `${shortCommit(git.commit)}${git.dirty ? `-dirty-${inputsHash.slice(0, SHORT_HASH)}` : ''}`;
  const fixed = { name: `${fit(prefix, MAX_TAG_LENGTH - tail.length)}${tail}`, moving: false };
  return moving === undefined || git.dirty ? [fixed] : [fixed, { name: moving, moving: true }];
}

function branchRule(git: GitFacts): { prefix: string; moving?: string } {
  switch (git.branch) {
    case 'main':
      return { prefix: `v${utcDay(git.committedAt)}-`, moving: 'latest' };
    case 'develop':
      return { prefix: 'dev-', moving: 'dev-latest' };
    default:
      return { prefix: featurePrefix(git.branch) };
  }
}

function featurePrefix(branch: string): string {
  const name = branch.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '');
  return name === '' ? 'feature-' : `feature-${name}-`;
}

/** Cuts the branch, never the commit that makes the tag unique. */
function fit(prefix: string, length: number): string {
  return prefix.length <= length ? prefix : `${prefix.slice(0, length - 1)}-`;
}

function utcDay(date: string): string {
  const time = new Date(date);
  if (Number.isNaN(time.getTime())) throw new InvalidImageValue(`'${date}' is not a date: write RFC 3339`);
  return time.toISOString().slice(0, 10).replaceAll('-', '');
}

function shortCommit(commit: string): string {
  if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit)) return commit.slice(0, SHORT_COMMIT);
  throw new InvalidImageValue(`'${commit}' is not a commit: write its full object name`);
}
