import { join } from 'node:path';
import { findWorkspace } from './find-workspace.ts';

/** Folder of the cloud of the workspace around `folder`. @throws CloudError outside a workspace. */
export function workspaceCloud(folder: string): string {
  return join(findWorkspace(folder), '.slipway', 'local-cloud');
}
