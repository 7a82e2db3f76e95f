import { join } from 'node:path';
import type { CloudPaths } from '../state/cloud-paths.ts';

/** DOCKER_HOST of our own engine. */
export function engineHost({ run }: CloudPaths): string {
  return `unix://${join(run, 'docker.sock')}`;
}
