import type { Cloud } from '../cloud.ts';
import { installMoto } from '../moto/install-moto.ts';
import { motoComponent } from '../moto/moto-component.ts';
import { choosePort } from '../processes/choose-port.ts';
import { ensureRunning } from '../processes/ensure-running.ts';
import type { Step } from './step.ts';

const words = {
  running: 'is running',
  started: 'started',
  restarted: 'restarted: it keeps everything in memory, so earlier repositories, buckets and Terraform state are gone',
};

export function motoStep(cloud: Cloud): Step {
  return {
    title: 'emulated AWS',
    run: async (say) => {
      const folder = cloud.paths.moto;
      await installMoto({ folder, signal: cloud.signal, say });
      const port = await choosePort(cloud, { name: 'moto' });
      const outcome = await ensureRunning(cloud, motoComponent({ folder, port }));
      return `moto on 127.0.0.1:${port} ${words[outcome]}`;
    },
  };
}
