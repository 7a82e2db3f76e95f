import { branchMatches } from './branch-matches.ts';
import type { GitFacts } from './git-facts.ts';
import { InvalidImageValue } from './invalid-image-value.ts';
import { releaseVersion } from './release-version.ts';
import { parseTagName } from './tag-name.ts';
import { renderTag } from './tag-pattern.ts';
import type { TagValues } from './tag-pattern.ts';
import { TAG_PRESETS } from './tag-presets.ts';
import type { TagRule, TagRules } from './tag-rule.ts';
import type { Tag } from './tag.ts';

const SHORT_COMMIT = 12;
const SHORT_HASH = 8;

export interface TagFacts {
  readonly git: GitFacts;
  readonly container: string;
  readonly inputsHash: string;
}

/**
 * The tags that rules give an image, those that stay first. They depend on nothing but the arguments, so the same commit
 * gives the same tags on every machine and every day. A dirty work tree gets tags of its own for each content and moves none.
 * @throws InvalidImageValue when the commit or its date is not one, a tag is too long, or no rule gives a tag that stays.
 */
export function imageTags(rules: TagRules, { git, container, inputsHash }: TagFacts): readonly Tag[] {
  const values = valuesOf(git, container);
  const suffix = git.dirty ? `-dirty-${inputsHash.slice(0, SHORT_HASH)}` : '';
  const list = typeof rules === 'string' ? TAG_PRESETS[rules] : rules;
  const right = list.filter(({ branches = ['*'] }) => branchMatches(git.branch, branches));
  const fixed = names(right, { moving: false, values, suffix });
  if (fixed.length === 0) throw noTag(git, container);
  const moving = git.dirty
    ? []
    : names(right, { moving: true, values, suffix }).filter((name) => !fixed.includes(name));
  return [...fixed.map((name) => ({ name, moving: false })), ...moving.map((name) => ({ name, moving: true }))];
}

interface Naming {
  readonly moving: boolean;
  readonly values: TagValues;
  readonly suffix: string;
}

function names(rules: readonly TagRule[], { moving, values, suffix }: Naming): string[] {
  const texts = rules
    .filter((rule) => (rule.moving ?? false) === moving)
    .map(({ pattern }) => renderTag(pattern, values, suffix) ?? '');
  return [...new Set(texts)].filter((text) => text !== '').map(parseTagName);
}

/** A version before a release has no `major`, `minor` and `patch` of its own: these are tags for others to follow. */
function valuesOf(git: GitFacts, container: string): TagValues {
  const version = releaseVersion(git.tags ?? [], container);
  const released = version?.prerelease.length === 0 ? version : undefined;
  return {
    branch: git.branch.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|[.-]+$/g, ''),
    sha: checkedCommit(git.commit).slice(0, SHORT_COMMIT),
    commit: git.commit,
    date: utcDay(git.committedAt),
    version: version?.version,
    major: released?.major.toString(),
    minor: released?.minor.toString(),
    patch: released?.patch.toString(),
  };
}

function utcDay(date: string): string {
  const time = new Date(date);
  if (Number.isNaN(time.getTime())) throw new InvalidImageValue(`'${date}' is not a date: write RFC 3339`);
  return time.toISOString().slice(0, 10).replaceAll('-', '');
}

function checkedCommit(commit: string): string {
  if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit)) return commit;
  throw new InvalidImageValue(`'${commit}' is not a commit: write its full object name`);
}

function noTag({ branch, commit, tags = [] }: GitFacts, container: string): InvalidImageValue {
  const hasVersion = releaseVersion(tags, container) !== undefined;
  const facts = `the branch '${branch}' at ${commit.slice(0, SHORT_COMMIT)}${hasVersion ? '' : ', which no git tag gives a version'}`;
  return new InvalidImageValue(`no rule makes a tag that stays for ${facts}`);
}
