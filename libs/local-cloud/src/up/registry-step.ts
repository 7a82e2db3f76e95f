import { join } from 'node:path';
import type { Cloud } from '../cloud.ts';
import { ensureRunning } from '../processes/ensure-running.ts';
import { findRegistry } from '../registry/find-registry.ts';
import { prepareRegistry } from '../registry/prepare-registry.ts';
import { registryComponent } from '../registry/registry-component.ts';
import type { Step } from './step.ts';

export function registryStep(cloud: Cloud): Step {
  const { paths, signal, state } = cloud;
  return {
    title: 'image registry',
    run: async (say) => {
      const program = await findRegistry({ folder: join(paths.registry, 'program'), signal, say });
      const { tokenSecret } = await state.update((before) => before);
      await prepareRegistry(paths, tokenSecret);
      const outcome = await ensureRunning(cloud, registryComponent(paths, program));
      return `docker-registry ${outcome === 'running' ? 'is running' : outcome}`;
    },
  };
}
