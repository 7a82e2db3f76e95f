/**
 * Prints, as JSON, what Nx knows of the workspace that it is run in: `node tools/affected/what-runs.ts lint test …`.
 *
 * Nx's own functions behind `nx affected` and its cache, called in one process because each start costs a second. They are not its public
 * interface: a new version of Nx may move them, and the test then says so.
 */
import { createProjectGraphAsync, workspaceRoot } from '@nx/devkit';
import { getAffectedGraphNodes } from 'nx/src/command-line/affected/affected.js';
import { readNxJson } from 'nx/src/config/nx-json.js';
import { createTaskHasher } from 'nx/src/hasher/create-task-hasher.js';
import { hashTasks } from 'nx/src/hasher/hash-task.js';
import { createTaskGraph } from 'nx/src/tasks-runner/create-task-graph.js';

/** What Nx says of a workspace and its work tree. */
export interface NxState {
  /** Projects that differ from the last commit. */
  readonly affected: readonly string[];
  /** What decides whether a result in the cache counts, by task; only of those that have a cache. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Tasks that run each time they are asked for. */
  readonly uncached: readonly string[];
}

process.stdout.write(JSON.stringify(await state(process.argv.slice(2))));

async function state(targets: string[]): Promise<NxState> {
  const graph = await createProjectGraphAsync({ exitOnError: true });
  const tasks = createTaskGraph(graph, {}, Object.keys(graph.nodes), targets, undefined, {});
  const environments = Object.fromEntries(Object.keys(tasks.tasks).map((id) => [id, process.env]));
  await hashTasks(createTaskHasher(graph, readNxJson(workspaceRoot)), graph, tasks, environments, null);
  const affected = await getAffectedGraphNodes({ base: 'HEAD' }, graph);
  const all = Object.values(tasks.tasks);
  return {
    affected: affected.map(({ name }) => name).sort(),
    hashes: Object.fromEntries(all.filter(({ cache }) => cache).map(({ id, hash }) => [id, hash ?? ''])),
    uncached: all.filter(({ cache }) => !cache).map(({ id }) => id),
  };
}
