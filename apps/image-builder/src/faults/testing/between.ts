import type { World } from '../../world.ts';

/**
 * A world in which somebody else does something between plan and apply: once, as soon as the work with that title begins. Commands read
 * and plan before it, and change things in it.
 */
export function between(world: World, title: RegExp, change: () => Promise<unknown>): World {
  let isDone = false;
  return {
    ...world,
    progress: {
      ...world.progress,
      during: async (name, work) => {
        if (!isDone && title.test(name)) {
          isDone = true;
          await change();
        }
        return world.progress.during(name, work);
      },
    },
  };
}
