import { join } from 'node:path';
import { formatFiles, generateFiles, names, type Tree } from '@nx/devkit';
import { refuseExisting, refuseUnless, refuseUnsound } from '../refuse.ts';
import { soundRepository } from '../sound-repository.ts';
import { specFiles } from '../spec-files.ts';
import { addToRegistry } from './add-to-registry.ts';

const PRODUCTS = 'libs/environments/src/products';

/** What schema.json says of each. */
export interface ProductOptions {
  readonly name: string;
  readonly repository?: string;
  readonly region?: string;
  readonly owner: string;
  readonly costCenter: string;
}

/** Writes a product and declares it in every environment. @throws Error when a name is none that AWS takes, or is taken */
export async function generateProduct(tree: Tree, options: ProductOptions): Promise<void> {
  const { name, repository = name, region = 'ap-southeast-1', owner, costCenter } = options;
  refuseUnless(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name),
    `"${name}" can't be a product`,
    'use lower-case words with hyphens, such as price-watch',
  );
  const tags = { Product: name, Owner: owner, CostCenter: costCenter };
  refuseUnsound({
    registries: [{ region, scanning: { type: 'basic' }, repositories: [soundRepository(repository, tags)] }],
  });
  refuseExisting(tree, [`${PRODUCTS}/${name}.ts`]);
  const { propertyName } = names(name);
  generateFiles(tree, join(import.meta.dirname, 'files'), PRODUCTS, {
    ...options,
    name,
    propertyName,
    repository,
    region,
    tmpl: '',
  });
  for (const file of specFiles(tree)) addToRegistry(tree, file, { name, propertyName, region });
  await formatFiles(tree);
}
