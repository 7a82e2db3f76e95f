import { unmountBelow } from './machine/unmount-below.ts';
import { openCloud } from './open-cloud.ts';
import { stopComponent } from './processes/stop-component.ts';
import { purgeCloud } from './purge-cloud.ts';
import { componentNames } from './state/cloud-state.ts';
import type { ComponentName } from './state/cloud-state.ts';
import { withCloudLock } from './state/with-cloud-lock.ts';

export interface DownCloudOptions {
  /** Folder of the cloud's state. */
  readonly root: string;
  /** Also removes the folder, with every image in it. @default false */
  readonly purge?: boolean | undefined;
  /** Called when another command works on the same cloud and we wait for it. */
  readonly onWait?: () => void;
}

/** Ends what `up` started and nothing else, also after an `up` that didn't come to its end. Returns what was running. */
export async function downCloud({
  root,
  purge = false,
  onWait = () => undefined,
}: DownCloudOptions): Promise<readonly ComponentName[]> {
  const cloud = openCloud(root);
  return withCloudLock({ root, onWait }, async () => {
    if ((await cloud.state.read()) === undefined) return [];
    const ended: ComponentName[] = [];
    for (const name of componentNames.toReversed()) if (await stopComponent(cloud, name)) ended.push(name);
    await cloud.state.update((state) => ({ ...state, engine: undefined }));
    // An engine that ended leaves its network namespace mounted, and then nobody can remove the folder.
    await unmountBelow([cloud.paths.root, cloud.paths.run]);
    if (purge) await purgeCloud(cloud.paths);
    return ended;
  });
}
