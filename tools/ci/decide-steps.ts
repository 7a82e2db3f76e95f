import type { Facts } from './facts.ts';
import type { Idle, Pipeline, Step } from './step.ts';

/**
 * What a pipeline runs, in its order, and which groups have nothing to do.
 * @param only names of groups (`plan`) or steps (`plan:dev`). @default everything
 */
export function decideSteps(pipeline: Pipeline, facts: Facts, only?: readonly string[]): (Step | Idle)[] {
  return pipeline.groups.flatMap(({ name, idle, steps }): (Step | Idle)[] => {
    const wanted = steps(facts).filter((step) => isWanted(step.name, only));
    if (wanted.length > 0) return [...wanted];
    return isWanted(name, only) ? [{ name, idle }] : [];
  });
}

export function isIdle(step: Step | Idle): step is Idle {
  return 'idle' in step;
}

function isWanted(name: string, only: readonly string[] | undefined): boolean {
  if (only === undefined) return true;
  const [group = ''] = name.split(':');
  return only.includes(name) || only.includes(group);
}
