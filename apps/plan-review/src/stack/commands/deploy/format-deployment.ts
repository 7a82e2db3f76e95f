import type { Block } from '@slipway/cli';
import type { Deployment } from './deployment.ts';

/** A deployment for a terminal. */
export function formatDeployment({ environment, applied, record, state }: Deployment): readonly Block[] {
  const { commit, madeAt } = record;
  const what = applied ? 'applied' : 'checked, and could be applied';
  return [
    { kind: 'heading', text: `${environment}: the plan of commit ${commit}, made at ${madeAt}, was ${what}` },
    ...(state === undefined ? [] : [{ kind: 'paragraph', text: `the state is now #${state.serial}` } as const]),
  ];
}
