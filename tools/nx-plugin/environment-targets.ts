import type { TargetConfiguration } from '@nx/devkit';

/** Their commands and inputs are the `targetDefaults` of nx.json. */
const DEFAULTS = ['lint', 'typecheck', 'test', 'synth', 'plan', 'deploy', 'destroy'] as const;

/** The targets of an app that is one environment. @param name of the environment, its app and its stack */
export function environmentTargets(name: string): Record<string, TargetConfiguration> {
  return {
    ...Object.fromEntries(DEFAULTS.map((target) => [target, {}])),
    drift: command(`node apps/plan-review/bin/stack.ts drift ${name}`),
    bootstrap: command(`node tools/bootstrap/main.ts ${name}`),
    access: command(`registry-report access ${name}`),
    'lifecycle-preview': command(`registry-report lifecycle-preview ${name}`),
  };
}

/** Asks AWS, so it is never answered from a cache. */
function command(text: string): TargetConfiguration {
  return { executor: 'nx:run-commands', cache: false, options: { command: text } };
}
