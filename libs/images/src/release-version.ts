import { parse, rcompare } from 'semver';
import type { SemVer } from 'semver';

/**
 * The version that git tags give a commit, by Semantic Versioning 2.0.0: `v1.2.3` or `1.2.3`, and before these
 * `<container>@1.2.3` and `<container>-v1.2.3`, which version one container alone. Of several, the highest. Other tags are no versions.
 */
export function releaseVersion(gitTags: readonly string[], container: string): SemVer | undefined {
  const own = [`${container}@`, `${container}-`].flatMap((prefix) =>
    gitTags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length)),
  );
  return highest(own) ?? highest(gitTags);
}

function highest(texts: readonly string[]): SemVer | undefined {
  const versions = texts.map((text) => parse(text)).filter((version) => version !== null);
  return versions.sort(rcompare)[0];
}
