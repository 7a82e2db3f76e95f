import { describe, expect, it } from '@jest/globals';
import { workspaceTree } from '../testing/workspace-tree.ts';
import { generateProduct } from './generate-product.ts';

const options = { name: 'price-watch', owner: 'pricing', costCenter: 'retail' };

describe('the generator of products', () => {
  it('writes the product with its test, and declares it in the registry of the region, in every environment', async () => {
    const tree = workspaceTree();
    await generateProduct(tree, options);
    expect(tree.read('libs/environments/src/products/price-watch.ts', 'utf8')).toContain("name: 'price-watch'");
    expect(tree.exists('libs/environments/src/products/price-watch.test.ts')).toBe(true);
    for (const environment of ['dev', 'prod']) {
      const spec = tree.read(`libs/environments/src/${environment}.ts`, 'utf8');
      expect(spec).toContain("import { priceWatch } from './products/price-watch.ts';");
      expect(spec).toContain('repositories: [...retailMlops(settings), ...priceWatch(settings)]');
    }
  });

  it('adds to a list of products', async () => {
    const tree = workspaceTree();
    await generateProduct(tree, { ...options, region: 'us-east-1', repository: 'shop/prices' });
    expect(tree.read('libs/environments/src/dev.ts', 'utf8')).toContain(
      'repositories: [...microservices(settings), ...budgetPlanner(settings), ...priceWatch(settings)]',
    );
  });

  it.each([
    ['a name that is no file', { name: 'Price Watch' }, /"Price Watch" can't be a product\nfix: use lower-case/],
    ['a name that ECR refuses', { repository: 'Shop//Prices' }, /"Shop\/\/Prices" is not a repository name\nfix: /],
    ['a region without a registry', { region: 'eu-west-1' }, /no registry in "eu-west-1"/],
    ['a product that is there', { name: 'retail-mlops' }, /retail-mlops.ts" is there already\nfix: choose/],
  ])('refuses %s', async (_, change, message) => {
    await expect(generateProduct(workspaceTree(), { ...options, ...change })).rejects.toThrow(message);
  });
});
