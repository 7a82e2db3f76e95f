import { join } from 'node:path';
import type { Component } from '../processes/component.ts';
import type { CloudPaths } from '../state/cloud-paths.ts';
import { engineAnswers } from './engine-answers.ts';
import { engineHost } from './engine-host.ts';

/** A Docker engine of our own: images and containers in the state folder, no networks but the host's. */
export function engineComponent(paths: CloudPaths, program: string): Component {
  const folders = [
    '--data-root',
    paths.engine,
    '--exec-root',
    join(paths.run, 'exec'),
    '--pidfile',
    join(paths.run, 'dockerd.pid'),
  ];
  // No bridge and no packet filter rules: the machine's network stays as it is, and containers use the host's.
  const network = [
    '--bridge',
    'none',
    '--iptables=false',
    '--ip6tables=false',
    '--ip-forward=false',
    '--ip-masq=false',
  ];
  return {
    name: 'engine',
    command: program,
    arguments: ['--host', engineHost(paths), ...folders, ...network],
    environment: { ...process.env, DOCKER_HOST: undefined, DOCKER_CONTEXT: undefined },
    answers: () => engineAnswers({ host: engineHost(paths) }),
    readyWithin: 60,
  };
}
