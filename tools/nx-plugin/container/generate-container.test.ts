import { describe, expect, it } from '@jest/globals';
import { workspaceTree } from '../testing/workspace-tree.ts';
import { generateContainer } from './generate-container.ts';

const options = { name: 'price-feed', repository: 'mlops/retail-api' };

describe('the generator of containers', () => {
  it('writes a container without a copied target, and lists it', async () => {
    const tree = workspaceTree();
    await generateContainer(tree, options);
    const files = ['Dockerfile', '.dockerignore', 'image.json', 'requirements-dev.txt', 'tests/test_service.py'];
    expect(files.filter((file) => !tree.exists(`price-feed/${file}`))).toEqual([]);
    expect(tree.read('price-feed/price_feed/service.py', 'utf8')).toContain('def create_server(');
    expect(JSON.parse(tree.read('price-feed/project.json', 'utf8') ?? '')).not.toHaveProperty('targets');
    expect(tree.read('libs/environments/src/containers.ts', 'utf8')).toContain(
      "  'price-feed': { name: 'price-feed', context: 'price-feed', repository: 'mlops/retail-api' },\n",
    );
  });

  it.each([
    ['a name that is no folder', { name: '../up' }, /"..\/up" can't be a container\nfix: /],
    ['a repository that ECR would not take', { repository: 'A' }, /"A" is not a repository name\nfix: /],
    ['a repository that no product declares', { repository: 'nobodys' }, /declares the repository "nobodys"\nfix: add/],
    ['a folder that is there', { name: 'apps' }, /"apps" is there already\nfix: choose another name/],
  ])('refuses %s', async (_, change, message) => {
    await expect(generateContainer(workspaceTree(), { ...options, ...change })).rejects.toThrow(message);
  });
});
