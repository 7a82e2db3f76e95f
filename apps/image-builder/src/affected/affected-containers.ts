/**
 * Names of the containers whose Nx project, or a project it depends on, changed since a commit.
 * @param base any name of a commit. @default what Nx uses: NX_BASE, then `defaultBase` of nx.json
 * @throws Failure `git-unusable` for a base that isn't there, `tool-missing`, `affected-unknown`
 */
export type AffectedContainers = (base?: string) => Promise<readonly string[]>;
