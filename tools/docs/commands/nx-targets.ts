import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ProjectConfiguration } from '@nx/devkit';
import { createNodes } from '../../nx-plugin/plugin.ts';

/** Names of the targets by project: those of its `project.json`, and those that the plugin of this workspace infers. */
export async function nxTargets(root: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const files = globSync('{*,{apps,libs}/*}/project.json', { cwd: root });
  const inferred = await inferredTargets(root, files);
  return new Map(
    files.map((file) => {
      const { name = '', targets = {} } = JSON.parse(
        readFileSync(join(root, file), 'utf8'),
      ) as Partial<ProjectConfiguration>;
      return [name, new Set([...Object.keys(targets), ...(inferred.get(dirname(file)) ?? [])])];
    }),
  );
}

async function inferredTargets(
  root: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const [, infer] = createNodes;
  const found = await infer(files, undefined, { workspaceRoot: root, nxJsonConfiguration: {} });
  const projects = found.flatMap(([, { projects: some = {} }]) => Object.entries(some));
  return new Map(projects.map(([folder, { targets = {} }]) => [folder, Object.keys(targets)]));
}
