import { join } from 'node:path';
import type { Component } from '../processes/component.ts';
import type { CloudPaths } from '../state/cloud-paths.ts';
import { gatewayAnswers } from './gateway-answers.ts';
import type { GatewaySettings } from './gateway-settings.ts';

const program = join(import.meta.dirname, '..', 'main.ts');

/** The gateway and the stand-in provider: one process of ours. */
export function gatewayComponent(paths: CloudPaths, settings: GatewaySettings): Component {
  return {
    name: 'gateway',
    command: process.execPath,
    arguments: [program, 'serve', paths.gatewayConfig],
    environment: gatewayEnvironment(),
    settings,
    answers: () => gatewayAnswers(settings.port),
    readyWithin: 60,
  };
}

/** A shell that has our own exports must not lead the gateway to itself. Node's options of a test runner aren't ours. */
function gatewayEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') && name !== 'NODE_OPTIONS');
  return Object.fromEntries(entries);
}
