import type { Cloud } from '../cloud.ts';
import { openCloud } from '../open-cloud.ts';
import { stopComponent } from '../processes/stop-component.ts';
import { withCloudLock } from '../state/with-cloud-lock.ts';
import type { Step } from './step.ts';
import type { UpOptions } from './up-options.ts';
import { upSteps } from './up-steps.ts';

export interface UpCloudOptions extends UpOptions {
  /** Folder of the cloud's state. */
  readonly root: string;
  /** Ends what is under way and everything that this call started. */
  readonly signal?: AbortSignal | undefined;
  /** Runs the steps in order. @default without a word */
  readonly perform?: (steps: readonly Step[]) => Promise<void>;
  /** Called when another command works on the same cloud and we wait for it. */
  readonly onWait?: () => void;
}

/**
 * Brings a local cloud up: everything that isn't running is started, and nothing else is touched.
 * @throws CloudError when a part can't be had; the rest stays up. When `signal` is aborted nothing that was started stays.
 */
export async function upCloud({
  root,
  signal,
  perform = inSilence,
  onWait = () => undefined,
  ...options
}: UpCloudOptions): Promise<void> {
  const cloud = openCloud(root, signal);
  await withCloudLock({ root, onWait }, async () => {
    try {
      await perform(await upSteps(cloud, options));
      cloud.signal.throwIfAborted();
    } catch (cause) {
      if (cloud.signal.aborted) await takeBack(cloud);
      throw cause;
    }
  });
}

async function inSilence(steps: readonly Step[]): Promise<void> {
  for (const step of steps) await step.run(() => undefined);
}

async function takeBack(cloud: Cloud): Promise<void> {
  for (const name of cloud.started.toReversed()) await stopComponent(cloud, name);
}
