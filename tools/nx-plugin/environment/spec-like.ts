import type { Tree } from '@nx/devkit';

const LIBRARY = 'libs/environments/src';

/**
 * The spec of a new environment: that of an existing one under another name, so that it has every product from the start.
 * Nothing is promoted from it, until somebody says where to.
 */
export function specLike(tree: Tree, model: string, name: string): string {
  const text = tree.read(`${LIBRARY}/${model}.ts`, 'utf8');
  if (text === null)
    throw new Error(`there is no spec "${LIBRARY}/${model}.ts"\nfix: restore it, or write the new one by hand`);
  return text
    .replace(/, promotedTo: [\w.]+/, '')
    .replace(/^\s*\/\/.*\n/gm, '')
    .replaceAll(new RegExp(String.raw`\b${model}\b`, 'g'), name)
    .replace(/\/\*\* \w+: (?=[^\n]*\nexport const)/, `/** Like ${model}: `);
}
