/**
 * The Nx plugin of this workspace (`plugins` in nx.json): environments and containers get their targets from here, so that a new one copies none.
 *
 * It looks at `project.json` files and at nothing else: Nx treats a deleted file that matches a plugin's pattern as a change of every project, and
 * these files count so anyway. What stands in a `project.json` wins over what is inferred.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CreateNodes, ProjectConfiguration } from '@nx/devkit';
import { containerTargets } from './container-targets.ts';
import { environmentTargets } from './environment-targets.ts';

export const name = 'slipway';

/** Called by Nx, by this name. */
export const createNodes: CreateNodes = [
  '{*,apps/*}/project.json',
  (files, _options, { workspaceRoot }) =>
    files.map((file) => [file, { projects: inferred(workspaceRoot, dirname(file)) }] as const),
];

function inferred(workspace: string, root: string): Record<string, Partial<ProjectConfiguration>> {
  const targets = targetsOf(workspace, root);
  return targets === undefined ? {} : { [root]: { targets } };
}

function targetsOf(workspace: string, root: string): ProjectConfiguration['targets'] {
  const text = readFileSync(join(workspace, root, 'project.json'), 'utf8');
  const { name: project, tags = [] } = JSON.parse(text) as Partial<ProjectConfiguration>;
  if (project === undefined) return undefined;
  if (tags.includes('type:environment') && hasSpec(workspace, project)) return environmentTargets(project);
  if (tags.includes('type:container') && existsSync(join(workspace, root, 'Dockerfile'))) return containerTargets(root);
  return undefined;
}

/** `apps/bootstrap` is of the environments' kind, and of none of them. */
function hasSpec(workspace: string, environment: string): boolean {
  return existsSync(join(workspace, 'libs', 'environments', 'src', `${environment}.ts`));
}
