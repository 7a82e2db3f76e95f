import { describe, expect, it } from '@jest/globals';
import { byTarget } from './affected-tasks.ts';

function graphOf(...tasks: readonly string[]) {
  const nodes = tasks.map((id) => {
    const [project = '', target = ''] = id.split(':');
    return [id, { target: { project, target } }] as const;
  });
  return { tasks: { tasks: Object.fromEntries(nodes) } };
}

describe('byTarget', () => {
  it('sorts projects by target, and leaves out tasks that are only depended on', () => {
    expect(byTarget(graphOf('training:lint', 'server:lint', 'server:image', 'server:venv'))).toEqual({
      lint: ['server', 'training'],
      image: ['server'],
    });
  });

  it('is nothing where nothing is affected', () => {
    expect(byTarget(graphOf())).toEqual({});
  });
});
