import type { Cloud } from '../cloud.ts';
import { engineAnswers } from '../engine/engine-answers.ts';
import { engineComponent } from '../engine/engine-component.ts';
import { engineHost } from '../engine/engine-host.ts';
import { ownEngine } from '../engine/own-engine.ts';
import { findExecutable } from '../machine/find-executable.ts';
import { ensureRunning } from '../processes/ensure-running.ts';
import type { EngineRecord } from '../state/cloud-state.ts';
import type { Step } from './step.ts';

/** An engine that the machine has is used as it is; otherwise one of our own is started. */
export function engineStep(cloud: Cloud): Step {
  return {
    title: 'Docker engine',
    run: async (say) => {
      const ours = (await cloud.state.read())?.processes.engine !== undefined;
      if (!ours && (await machineHasOne())) {
        await remember(cloud, {});
        return "the machine's own engine answers";
      }
      const outcome = await ensureRunning(
        cloud,
        engineComponent(cloud.paths, await ownEngine({ signal: cloud.signal, say })),
      );
      await remember(cloud, { host: engineHost(cloud.paths) });
      return `${engineHost(cloud.paths)} ${outcome === 'running' ? 'is running' : outcome}`;
    },
  };
}

async function machineHasOne(): Promise<boolean> {
  return findExecutable('docker') !== undefined && (await engineAnswers({}));
}

async function remember(cloud: Cloud, engine: EngineRecord): Promise<void> {
  await cloud.state.update((before) => ({ ...before, engine }));
}
