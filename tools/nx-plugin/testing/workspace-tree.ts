import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '@nx/devkit';
import { createTree } from '@nx/devkit/testing';

const WORKSPACE = join(import.meta.dirname, '..', '..', '..');
/** What the generators read and change. */
const FILES = [
  '.github/workflows/nightly.yml',
  'apps/bootstrap/project.json',
  'apps/dev/project.json',
  'libs/environments/src/accounts.ts',
  'libs/environments/src/containers.ts',
  'libs/environments/src/environments.ts',
  'libs/environments/src/index.ts',
  'libs/environments/src/dev.ts',
  'libs/environments/src/prod.ts',
  'libs/environments/src/products/retail-mlops.ts',
];

/** The workspace in memory, as far as the generators look at it. */
export function workspaceTree(): Tree {
  const tree = createTree();
  for (const file of FILES) tree.write(file, readFileSync(join(WORKSPACE, file)));
  tree.write('.prettierrc', readFileSync(join(WORKSPACE, '.prettierrc.json')));
  return tree;
}
