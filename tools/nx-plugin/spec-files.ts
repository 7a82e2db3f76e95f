import type { Tree } from '@nx/devkit';

const ENVIRONMENTS = 'libs/environments/src/environments.ts';

/** The files of every environment's spec: what environments.ts imports from its own folder. */
export function specFiles(tree: Tree): string[] {
  const text = tree.read(ENVIRONMENTS, 'utf8') ?? '';
  return [...text.matchAll(/^import \{ \w+ \} from '\.\/(\w+\.ts)';$/gm)].map(
    ([, file = '']) => `libs/environments/src/${file}`,
  );
}
