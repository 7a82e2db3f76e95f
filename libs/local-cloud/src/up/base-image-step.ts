import type { Cloud } from '../cloud.ts';
import { ensureBases } from '../engine/bases/ensure-bases.ts';
import type { Step } from './step.ts';

const words = { public: 'the public Python image can be pulled', local: 'made from Debian packages' };

export function baseImageStep(cloud: Cloud): Step {
  const { paths, signal } = cloud;
  return {
    title: 'base images',
    run: async (say) => {
      const state = await cloud.state.read();
      const bases = await ensureBases({
        engine: state?.engine ?? {},
        known: state?.bases,
        folder: paths.root,
        signal,
        say,
      });
      await cloud.state.update((before) => ({ ...before, bases }));
      return words[bases];
    },
  };
}
