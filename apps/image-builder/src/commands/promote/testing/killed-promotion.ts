/**
 * `node killed-promotion.ts <scene>`: a promotion whose process is killed once the image is copied, before the ledger is written.
 * The scene is JSON: the specs, the container and the arguments of the command line.
 */
import type { EnvironmentSpec } from '@slipway/environments';
import { specCatalog } from '../../../catalog/spec-catalog.ts';
import type { Container } from '../../../catalog/catalog.ts';
import { openWorld } from '../../../open-world.ts';
import { createProgram } from '../../../program.ts';

export interface Scene {
  readonly specs: Readonly<Record<string, EnvironmentSpec>>;
  readonly container: Container;
  readonly args: readonly string[];
}

const { specs, container, args } = JSON.parse(process.argv[2] ?? '') as Scene;
const opened = await openWorld(process.env, new AbortController().signal);
const catalog = specCatalog({ containers: { [container.name]: container }, environments: specs });
const whoami = (): Promise<string> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
};
const withProfile = (profile: string) => ({ ...opened.withProfile(profile), whoami });
await createProgram({
  print: (text) => process.stdout.write(text),
  world: () => ({ ...opened, catalog, specs, withProfile }),
}).parseAsync(args, { from: 'user' });
