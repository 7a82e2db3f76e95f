import { execa } from 'execa';
import { CiFailure } from './ci-failure.ts';
import { AFFECTED_TARGETS } from './facts.ts';
import type { Affected, AffectedTarget } from './facts.ts';

/** The part of Nx's task graph (`--graph=stdout`) that is read. */
interface TaskGraph {
  readonly tasks: { readonly tasks: Readonly<Record<string, TaskNode>> };
}

interface TaskNode {
  readonly target: { readonly project: string; readonly target: string };
}

/** Asks Nx once which projects are affected, by target. */
export async function affectedTasks(workspace: string, base: string): Promise<Affected> {
  const args = ['affected', '-t', ...AFFECTED_TARGETS, `--base=${base}`, '--graph=stdout'];
  const { stdout, stderr, failed } = await execa('nx', args, {
    cwd: workspace,
    preferLocal: true,
    localDir: workspace,
    env: { NX_DAEMON: 'false', NX_TUI: 'false' },
    reject: false,
  });
  if (failed)
    throw new CiFailure(3, `nx can't tell what is affected:\n${stderr || stdout}\nfix: npm ci, then try again`);
  return byTarget(JSON.parse(stdout) as TaskGraph);
}

/** Tasks that others depend on are in the graph, too: only targets that were asked for count. */
export function byTarget({ tasks }: TaskGraph): Affected {
  const nodes = Object.values(tasks.tasks).map(({ target }) => target);
  return Object.fromEntries(
    AFFECTED_TARGETS.map((wanted) => [wanted, projectsOf(nodes, wanted)] as const).filter(
      ([, projects]) => projects.length > 0,
    ),
  );
}

function projectsOf(nodes: readonly TaskNode['target'][], wanted: AffectedTarget): string[] {
  return nodes
    .filter(({ target }) => target === wanted)
    .map(({ project }) => project)
    .sort();
}
