import { answersAt } from '../processes/answers-at.ts';
import type { Component } from '../processes/component.ts';
import type { CloudPaths } from '../state/cloud-paths.ts';
import { registryFiles } from './registry-files.ts';

/** The CNCF registry, which keeps images on disk and listens on a socket that only the gateway uses. */
export function registryComponent(paths: CloudPaths, program: string): Component {
  const { config, socket } = registryFiles(paths);
  return {
    name: 'registry',
    command: program,
    arguments: ['serve', config],
    // REGISTRY_* variables would override the configuration.
    environment: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('REGISTRY_'))),
    answers: () => answersAt({ socketPath: socket }, '/v2/'),
    readyWithin: 20,
  };
}
