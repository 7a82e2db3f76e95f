import { INPUTS_HASH_LABEL, ociLabels } from '@slipway/images';
import type { GitFacts, Tag } from '@slipway/images';
import type { Container } from '../../catalog/catalog.ts';
import type { LocalImage } from '../../engine/image-engine.ts';

/** All that decides whether and how a container is built. */
export interface BuildFacts {
  readonly container: Container;
  readonly git: GitFacts;
  readonly inputsHash: string;
  /** What the image is called; the first one is its version. */
  readonly tags: readonly Tag[];
  /** Arguments for the Dockerfile beside the ones about git. */
  readonly args: Readonly<Record<string, string>>;
  /** The engine's image of the same inputs. */
  readonly existing: LocalImage | undefined;
  /** Build even so. */
  readonly force: boolean;
}

/** What `build` does for one container. */
export type BuildPlan = {
  /** What the image is called in the engine. */
  readonly name: string;
  readonly tags: readonly Tag[];
} & (
  | { readonly action: 'reuse'; readonly reason: string; readonly image: LocalImage }
  | {
      readonly action: 'build';
      readonly reason: string;
      readonly args: Readonly<Record<string, string>>;
      readonly labels: Readonly<Record<string, string>>;
    }
);

export function planBuild(facts: BuildFacts): BuildPlan {
  const { container, git, inputsHash, tags, existing, force } = facts;
  const version = tags[0]?.name ?? '';
  const named = { name: `${container.repository}:${version}`, tags };
  if (existing !== undefined && !force) return { ...named, action: 'reuse', reason: 'up to date', image: existing };
  return {
    ...named,
    action: 'build',
    reason: existing === undefined ? 'the engine has no image of these inputs' : 'asked for by --force or --no-cache',
    args: { ...facts.args, ...gitArgs(git, version) },
    labels: { ...ociLabels({ title: titleOf(container), version, git }), [INPUTS_HASH_LABEL]: inputsHash },
  };
}

/** The build arguments that this program sets; callers can't. */
export const RESERVED_ARGS = ['BUILD_DATE', 'GIT_COMMIT', 'GIT_BRANCH', 'VERSION', 'SOURCE_DATE_EPOCH'] as const;

/**
 * The date is the commit's: the day of the build would make every build of one commit another image. BuildKit 0.11 and later
 * write SOURCE_DATE_EPOCH, in seconds, into the image as the time it was made (docs.docker.com, "Reproducible builds");
 * older ones write the time of the build there.
 */
function gitArgs(git: GitFacts, version: string): Record<(typeof RESERVED_ARGS)[number], string> {
  const date = new Date(git.committedAt);
  return {
    BUILD_DATE: date.toISOString(),
    GIT_COMMIT: git.commit,
    GIT_BRANCH: git.branch,
    VERSION: version,
    SOURCE_DATE_EPOCH: String(Math.floor(date.getTime() / 1000)),
  };
}

function titleOf({ repository }: Container): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}
