/**
 * `node killed-promotion.ts <scene>`: a promotion whose process is killed when a step has taken effect, and its answer has not arrived.
 * The scene is JSON: the step, the specs, the container and the arguments of the command line.
 */
import type { EnvironmentSpec } from '@slipway/environments';
import { specCatalog } from '../../../catalog/spec-catalog.ts';
import type { Container } from '../../../catalog/catalog.ts';
import { openWorld } from '../../../open-world.ts';
import { killableWorld } from '../../../faults/testing/killable-world.ts';
import type { Steps } from '../../../faults/testing/kill-switch.ts';
import { createProgram } from '../../../program.ts';

export interface Scene {
  /** Such as `registry.addTag`. */
  readonly step: string;
  readonly specs: Readonly<Record<string, EnvironmentSpec>>;
  readonly container: Container;
  readonly args: readonly string[];
}

const { step, specs, container, args } = JSON.parse(process.argv[2] ?? '') as Scene;
const opened = await openWorld(process.env, new AbortController().signal);
const catalog = specCatalog({ containers: { [container.name]: container }, environments: specs });
const kill: Steps = {
  step: async (name, effect) => {
    const answer = await effect();
    if (name === step) process.kill(process.pid, 'SIGKILL');
    return answer;
  },
};
await createProgram({
  print: (text) => process.stdout.write(text),
  world: () => killableWorld({ ...opened, catalog, specs }, kill),
}).parseAsync(args, { from: 'user' });
