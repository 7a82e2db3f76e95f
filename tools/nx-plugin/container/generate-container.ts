import { join } from 'node:path';
import { formatFiles, generateFiles, names, type Tree } from '@nx/devkit';
import { addToConstant } from '../edit-source.ts';
import { refuseExisting, refuseUnless, refuseUnsound } from '../refuse.ts';
import { soundRepository } from '../sound-repository.ts';

/** What schema.json says of each. */
export interface ContainerOptions {
  readonly name: string;
  readonly repository: string;
}

/** Writes a container in a folder of its name, and lists it. @throws Error when a name is none, is taken, or nobody declares the repository */
export async function generateContainer(tree: Tree, { name, repository }: ContainerOptions): Promise<void> {
  refuseUnless(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name),
    `"${name}" can't be a container`,
    'use lower-case words with hyphens, such as price-feed',
  );
  const registry = {
    region: 'us-east-1',
    scanning: { type: 'basic' },
    repositories: [soundRepository(repository)],
  } as const;
  refuseUnsound({ registries: [registry] });
  refuseUndeclared(tree, repository);
  refuseExisting(tree, [name]);
  const { fileName } = names(name);
  generateFiles(tree, join(import.meta.dirname, 'files'), name, {
    name,
    module: fileName.replaceAll('-', '_'),
    repository,
  });
  addToConstant(tree, 'libs/environments/src/containers.ts', {
    constant: 'containers',
    property: `'${name}': { name: '${name}', context: '${name}', repository: '${repository}' }`,
  });
  await formatFiles(tree);
}

/** A push into a repository that no environment has would fail much later. */
function refuseUndeclared(tree: Tree, repository: string): void {
  const products = 'libs/environments/src/products';
  const declared = tree
    .children(products)
    .some((file) => tree.read(`${products}/${file}`, 'utf8')?.includes(`'${repository}'`));
  refuseUnless(
    declared,
    `no product declares the repository "${repository}"`,
    'add one first: npx nx g @slipway/tools:product',
  );
}
