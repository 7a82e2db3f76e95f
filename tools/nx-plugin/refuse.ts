import type { Tree } from '@nx/devkit';
import { checkEnvironment, type EnvironmentSpec } from '@slipway/environments';

/** A spec that no rule finds anything in, to check single values by the rules of the specs. */
const SOUND: EnvironmentSpec = {
  name: 'test',
  account: '111122223333',
  region: 'us-east-1',
  state: { bucket: 'state', region: 'us-east-1' },
  models: { bucket: 'models', region: 'us-east-1' },
  deletion: 'disposable',
  tags: { Environment: 'test' },
  registries: [],
};

/** @throws Error with every error that the specs' own rules find in a changed sound spec, each with its fix */
export function refuseUnsound(change: Partial<EnvironmentSpec>): void {
  const errors = checkEnvironment({ ...SOUND, ...change }).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message, fix }) => `${message}\nfix: ${fix}`).join('\n'));
}

/** @throws Error when the text is not of this shape */
export function refuseUnless(good: boolean, message: string, fix: string): void {
  if (!good) throw new Error(`${message}\nfix: ${fix}`);
}

/** Never overwrites: what is there may be somebody's work. @throws Error when one of the paths is there */
export function refuseExisting(tree: Tree, paths: readonly string[]): void {
  const there = paths.filter((path) => tree.exists(path));
  refuseUnless(
    there.length === 0,
    `"${there.join('", "')}" is there already`,
    'choose another name, or remove it first',
  );
}
