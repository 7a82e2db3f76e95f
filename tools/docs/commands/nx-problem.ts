export type NxTargets = ReadonlyMap<string, ReadonlySet<string>>;

/** What is wrong with the arguments of `nx`, of the forms `run project:target`, `target project`, `show project name` and `affected -t target...`. */
export function nxProblem(targets: NxTargets, args: readonly string[]): string | undefined {
  const [first = '', second = '', third = ''] = args;
  if (first === 'show' && second === 'project')
    return targets.has(third) ? undefined : `there is no project '${third}'`;
  if (first === 'affected') return affectedProblem(targets, args.slice(1));
  const [project = '', target = ''] = first === 'run' ? second.split(':') : [second, first];
  return targets.get(project)?.has(target) === true
    ? undefined
    : `there is no target '${target}' of a project '${project}'`;
}

function affectedProblem(targets: NxTargets, [flag, ...names]: readonly string[]): string | undefined {
  if (flag !== '-t') return "'nx affected' takes '-t' first here";
  const known = new Set([...targets.values()].flatMap((some) => [...some]));
  const strange = names.find((name) => !known.has(name));
  return strange === undefined ? undefined : `no project has a target '${strange}'`;
}
